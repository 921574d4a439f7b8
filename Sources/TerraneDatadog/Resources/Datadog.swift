/// Datadog: monitors and service level objectives.
///
/// Neither target is given a key. Terraform's provider reads `DD_API_KEY` and `DD_APP_KEY` ("Datadog Provider", Terraform
/// Registry); in CloudFormation the keys belong to the configuration of each type, which is activated once for each account
/// and region ("Datadog-CloudFormation resources", Datadog documentation).
public enum Datadog {}
