import Digests
import Foundation
import JSONText
import Scoring
import Telemetry

/// How text becomes part of a page; nothing else puts a string into one.
enum HTML {
    /// Text for element content and for attribute values in double quotes.
    static func escape(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if let entity = scalar == "'" ? "&#39;" : XMLText.entity(of: scalar) {
                result += entity
            } else if scalar.actsOnTerminals {
                // Control characters, and marks that turn the direction of the text around them, show as
                // what they are.
                result += "[U+" + String(scalar.value, radix: 16, uppercase: true) + "]"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A JSON document for a `<script type="application/json">`: without the characters that could
    /// end the element, which JSON can spell otherwise.
    static func scriptSafe(_ value: JSONValue) -> String {
        var bytes: [UInt8] = []
        value.write(to: &bytes)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 16)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "<"): result += "\\u003c".utf8
            case UInt8(ascii: ">"): result += "\\u003e".utf8
            case UInt8(ascii: "&"): result += "\\u0026".utf8
            case 0xE2 where index + 2 < bytes.count:
                // Line ends of JavaScript, and marks that turn the text around them.
                let scalar =
                    0x2000 | UInt32(bytes[index + 1] & 0x3F) << 6 & 0xFFF
                    | UInt32(bytes[index + 2] & 0x3F)
                if let acting = Unicode.Scalar(scalar), acting.actsOnTerminals {
                    result += String(acting).visible.utf8
                } else {
                    result += bytes[index...index + 2]
                }
                index += 2
            default: result.append(byte)
            }
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A whole page that can load nothing: its policy allows the inline script and the sheet by hash.
    /// - Parameters:
    ///   - body: HTML.
    ///   - data: what the script reads; nil for a page without one.
    static func page(title: String, body: String, data: JSONValue?, script: String) -> String {
        let policy =
            "default-src 'none'; script-src '\(hash(script))'; style-src '\(hash(PageStyle.sheet))'; "
            + "img-src data:; base-uri 'none'; form-action 'none'"
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>\(escape(title))</title>
            <link rel="icon" href="data:,">
            <style>\(PageStyle.sheet)</style></head>
            <body><main>
            \(body)
            </main>
            \(data.map { "<script type=\"application/json\" id=\"data\">\(scriptSafe($0))</script>" } ?? "")
            <script>\(script)</script>
            </body></html>

            """
    }

    private static func hash(_ text: String) -> String {
        "sha256-" + Data(SHA256.digest(text.utf8)).base64EncodedString()
    }

    /// A cell of a table.
    struct Cell {
        var html: String
        /// What the column is sorted by; nil for the text itself.
        var sortKey: Double?
        var isText = false

        /// Text, to the left.
        static func text(_ text: String) -> Cell { Cell(html: escape(text), isText: true) }
        /// A number as shown, and as sorted; undefined ones sort last.
        static func number(_ shown: String, _ value: Double?) -> Cell {
            Cell(html: escape(shown), sortKey: value ?? .infinity)
        }
    }

    /// A table whose columns can be sorted by clicking their heads.
    /// - Parameter rows: cells, and the attributes of the row (`data-…`), escaped already.
    static func table(
        id: String, _ header: [(title: String, isText: Bool)],
        _ rows: [(attributes: String, cells: [Cell])]
    ) -> String {
        var html = "<table id=\"\(id)\" class=\"sortable\"><thead><tr>"
        for column in header {
            html +=
                "<th\(column.isText ? " class=\"t\"" : "")><button type=\"button\">"
                + "\(escape(column.title))</button></th>"
        }
        html += "</tr></thead><tbody>\n"
        for row in rows {
            html += "<tr\(row.attributes.isEmpty ? "" : " " + row.attributes)>"
            for cell in row.cells {
                let sort = cell.sortKey.map { " data-v=\"\($0)\"" } ?? ""
                html += "<td\(cell.isText ? " class=\"t\"" : "")\(sort)>\(cell.html)</td>"
            }
            html += "</tr>\n"
        }
        return html + "</tbody></table>"
    }
}
