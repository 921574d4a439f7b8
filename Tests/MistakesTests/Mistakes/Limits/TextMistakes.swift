import Terrane

extension Mistake {
    /// Texts that one target takes for something else.
    static var texts: [Mistake] { [decomposedText, dividedDefault, reservedVariable] }

    private static var decomposedText: Mistake {
        Mistake(
            "Terraform deploys another text than was written: strings are put into Unicode's normal form C",
            "https://github.com/hashicorp/terraform/issues/36207", .graph, caughtBy: "text-not-composed"
        ) {
            Export("owner", Value<String>("Rene\u{301}"))  // mistake
        } legal: {
            Export("owner", Value<String>("Ren\u{E9}"))
        }
    }

    private static var dividedDefault: Mistake {
        Mistake(
            "A default of a CommaDelimitedList comes back as more items than it has",
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html", .graph,
            caughtBy: "default-divided"
        ) {
            Export("first", Parameter<[String]>("names", default: .list(["Shop, Inc.", "b"])).value[0])  // mistake
        } legal: {
            Export("first", Parameter<[String]>("names", default: .list(["Shop Inc.", "b"])).value[0])
        }
    }

    private static var reservedVariable: Mistake {
        Mistake(
            "Invalid variable name: the variable name 'version' is reserved",
            "https://developer.hashicorp.com/terraform/language/values/variables", .graph, caughtBy: "variable-reserved"
        ) {
            Export("running", Parameter<String>("version").value)  // mistake
        } legal: {
            Export("running", Parameter<String>("app_version").value)
        }
    }
}
