import TerraneCore
import Testing

@testable import TerraneAWS

/// Secrets written out in variables, and what only looks like one.
struct LiteralSecretTests {
    @Test(arguments: [
        ("DB_PASSWORD", "hunter2"), ("dbPassword", "hunter2"), ("MYSQLPASSWORD", "hunter2"), ("PASSWORD_1", "hunter2"),
        ("JWT_SECRET", "abc"), ("SESSION_TOKEN", "abc"), ("STRIPE_API_KEY", "abc"), ("stripeApiKey", "abc"),
        ("SSH_PRIVATE_KEY", "abc"), ("NEW_RELIC_LICENSE_KEY", "abc"), ("TLS_PASSPHRASE", "open sesame"),
        ("DB_PWD", "abc"), ("DB_PASS", "abc"), ("API_TOKENS", "a,b"), ("COOKIE_SECRET_V2", "abc"),
        ("SECRET_KEY_BASE", "abc"), ("AUTH_KEY", "abc"),
    ])
    func aNameThatPromisesASecretIsAnError(name: String, value: String) {
        #expect(Variable(name, Value(value)).check().map(\.summary).first?.contains(name) == true)
    }

    @Test(arguments: [
        "AKIAIOSFODNN7EXAMPLE", "ghp_0123456789abcdefghijABCDEFGHIJ012345", "xoxb-0123456789-abcdefghij",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIE", "mongodb+srv://user:pass@cluster.mongodb.net/koemo",
        "redis://:secret@cache:6379",
        "Bearer ghp_0123456789abcdefghijABCDEFGHIJ012345", "key=AKIAIOSFODNN7EXAMPLE", "ghp_0123456789abcdefghijAB\n", "a=http://x, b=postgres://u:p@db/x",
    ])
    func aValueThatIsASecretIsAnErrorUnderAnyName(value: String) {
        #expect(Variable("SETTING", Value(value)).check().count == 1)
    }

    @Test(arguments: [
        ("TOKEN_TTL", "3600"), ("SECRET_NAME", "koemo/jwt"), ("PASSWORD_MIN_LENGTH", "12"),
        ("JWT_SECRET_ARN", "arn:aws:x"),
        ("DB_PASSWORD_FILE", "/run/secrets/db"), ("GOOGLE_APPLICATION_CREDENTIALS", "/app/key.json"), ("PASSWORD", ""),
        ("DB_SECRET", "arn:aws:secretsmanager:eu-west-1:1:secret:db"), ("USE_TOKEN", "true"), ("PUBLIC_KEY", "abc"),
        ("NEXT_PUBLIC_MAPBOX_TOKEN", "pk.abc"), ("CORS_CREDENTIALS", "include"), ("TOKENIZER", "bert"),
        ("PRIMARY_KEY", "id"), ("CACHE_KEY", "v1"), ("PASSWORDLESS", "yes"), ("SECRETARY", "Ann"),
        ("URL", "https://example.com/a:b@c"), ("MAIL", "ops@example.com"), ("AT", "https://user@host/x"),
        ("TEMPLATE", "https://user:$PASS@host"), ("LABEL", "AKIA is a prefix of keys, and this is a sentence"),
        ("PORT", "3000"), ("PWD", "/app"), ("BYPASS", "no"), ("PATTERN", "ghp_*"),
        ("SETTING", "skip_ghp_0123456789abcdefghijABCDEFGHIJ"), ("NODE_ENV", "production"),
    ])
    func whatOnlySoundsLikeASecretIsNone(name: String, value: String) {
        #expect(Variable(name, Value(value)).check().isEmpty)
    }

    @Test func theLineIsThatOfTheVariable() {
        let found = Variable("API_TOKEN", "abc", file: "Stack.swift", line: 12).check()
        #expect(
            found == [
                .literalSecret("API_TOKEN", "its name says that it holds one")
                    .located(at: SourceLocation(file: "Stack.swift", line: 12))
            ])
    }

    @Test func aPasswordBesideAReferenceIsStillWrittenOut() {
        let host = SecretsManager.Secret("h", secretName: "h", description: "h").arn
        #expect(Variable("DB", "postgres://app:hunter2@\(host)/db").check().count == 1)
        #expect(Variable("DB", "postgres://app:\(host)@db/x").check().isEmpty)
        #expect(Variable("DB_PASSWORD", "\(host)").check().isEmpty)
    }

    @Test func theDefaultOfAParameterIsWrittenOutToo() {
        #expect(Variable("DB_PASSWORD", Parameter("p", default: "hunter2").value).check().count == 1)
        #expect(Variable("DB_PASSWORD", Parameter<String>("p").value).check().isEmpty)
    }

    @Test func aSensitiveParameterDoesNotBelongInAVariable() {
        let key = Parameter<String>("key", sensitive: true)
        #expect(Variable("MODE", "a-\(key)").check().map(\.summary) == [Diagnostic.sensitiveVariable("MODE").summary])
        #expect(Variable("MODE", "a-\(Parameter<String>("key"))").check().isEmpty)
    }
}
