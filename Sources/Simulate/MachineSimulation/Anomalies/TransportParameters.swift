extension FaultBehaviour {
    /// Trouble of the transport without a memory.
    static func delivery(
        _ change: @escaping @Sendable (inout Parcel, FaultMoment) -> Void
    ) -> FaultBehaviour { .transport(DeliveryChange(change: change)) }
}

private struct DeliveryChange: TransportFault {
    let change: @Sendable (inout Parcel, FaultMoment) -> Void

    func disturb(_ parcel: inout Parcel, at moment: FaultMoment) { change(&parcel, moment) }
}

extension Int64 {
    /// The nearest whole number, or the end of what can be told.
    init(clamping value: Double) {
        self = value >= 9.2e18 ? .max : value <= -9.2e18 ? .min : Int64(value.rounded())
    }
}
