import Telemetry

extension AnomalyKind {
    static let malformed = AnomalyKind(
        name: "malformed", group: .transport,
        summary: "Payloads cannot be read: they go over the wire, and no reading comes of them",
        formula: "each row with probability r: a broken payload, no reading", channels: .whole,
        parameters: [
            ParameterDescription(
                "r", in: 0.001...1, default: 0.3, neutral: 0, "share of payloads that are broken"),
            ParameterDescription(
                "form", choices: ["any"] + PayloadDamage.allCases.map(\.rawValue),
                "how they are broken; any lets the seed decide for each"),
        ],
        behaviour: { setup in
            let (rate, draws) = (setup["r"], setup.draws)
            let forms = PayloadDamage.allCases
            let form = Int(setup["form"]) - 1
            return .delivery { parcel, moment in
                guard moment.gain > 0, moment.age == 0 || draws.uniform(at: moment.draw(0)) < rate
                else { return }
                let any = Int(draws.uniform(at: moment.draw(1)) * Double(forms.count))
                parcel.damage = forms[form < 0 ? any : form]
            }
        })
}
