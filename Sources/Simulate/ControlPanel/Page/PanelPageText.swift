import EmbeddedFiles

/// The page as it travels inside the program: each part a file of CEmbeddedFiles. Nothing is loaded
/// from a disk or from elsewhere, so it works without a network.
enum PanelPageText {
    /// - Parameters:
    ///   - pageToken: hexadecimal digits; the only text that is put into the page.
    ///   - asksForToken: whether requests for data need the panel's token.
    static func html(pageToken: String, asksForToken: Bool) -> String {
        precondition(
            pageToken.allSatisfy(\.isHexDigit), "the page token goes into the page as it is")
        return
            EmbeddedText.panelDocument
            .replacing("PAGE_TOKEN", with: pageToken)
            .replacing("ASKS_FOR_TOKEN", with: asksForToken ? "yes" : "no")
    }
}
