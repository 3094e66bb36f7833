import AnomalyDetection
import Glibc
import SeededRandom

// What a Half-Space Trees model takes beyond the trees, by the kernel's account: the resident memory
// of this process with one warm model and with 500 more of equal parameters.
//
//     swift run -c release model-memory-benchmark

func residentBytes() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var numbers = [CChar](repeating: 0, count: 256)
    guard fgets(&numbers, 256, file) != nil else { return 0 }
    let fields = String(decoding: numbers.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        .split(separator: " ")
    return (Int(fields[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE))
}

func warmModel(_ dice: inout MersenneTwister) throws -> HalfSpaceTrees {
    var model = HalfSpaceTrees(
        HalfSpaceTrees.Parameters(treeCount: 25, height: 15, windowSize: 250, seed: .init(1)),
        channels: ["load", "power", "temperature", "vibration"])
    // Two whole windows and nearly a third: as much as a model ever holds.
    for _ in 0..<740 {
        let row = (0..<4).map { _ in dice.random() * 0.25 + dice.random() * 0.5 }
        try row.withUnsafeBufferPointer { try model.learn($0) }
    }
    return model
}

var dice = MersenneTwister(seed: 1)
var models = [try warmModel(&dice)]
let one = residentBytes()
for _ in 0..<500 { models.append(try warmModel(&dice)) }
let many = residentBytes()
let counted = models.map(\.ownBytes)
print("one model and its trees: \(one >> 10) KiB resident in all")
print("501 models: \(many >> 10) KiB, so \((many - one) / 500 / 1024) KiB a further model")
print("by their buffers: \(counted.min()! >> 10) to \(counted.max()! >> 10) KiB each")
