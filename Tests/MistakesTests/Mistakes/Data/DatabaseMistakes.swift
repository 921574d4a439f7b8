import Terrane

private typealias Parts = DataParts

extension Mistake {
    static var databases: [Mistake] {
        [
            auroraClass, oldVersionClass, unknownEngine, unknownVersion, versionOfAnother, smallGP3, ratioOfIO1,
            fewOperations,
            noOperations, smallDisk, growth, zoneOfTwo, reservedUser, identifier, databaseName, retention,
            windowsOverlap, malformedWindow, shortWindow, parameterFamily, parameterTwice, engineOfCluster, serverless,
            capacity, diskOfAurora,
        ]
    }

    private static let rdsAPI = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html"
    private static let storageGuide = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html"

    // MARK: Offers

    private static func cluster(
        writer: DatabaseInstanceClass, file: String = #fileID, line: Int = #line
    ) -> AuroraCluster {
        AuroraCluster(
            "shop-db", in: Parts.network, engine: .mySQL(.v3_10), databaseName: "shop", writer: writer, readers: [:],
            file: file, line: line)
    }

    private static var auroraClass: Mistake {
        Mistake(
            "RDS does not support creating a DB instance with DBInstanceClass=db.m6g.large, Engine=aurora-mysql",
            "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.html", .graph,
            caughtBy: "instance-class-not-offered"
        ) {
            Parts.network
            cluster(writer: .m6g(.large))  // mistake
        } legal: {
            Parts.network
            cluster(writer: .r6g(.large))
        }
    }

    private static var oldVersionClass: Mistake {
        Mistake(
            "RDS does not support creating a DB instance with DBInstanceClass=db.m7g.large, EngineVersion=5.7.44",
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html", .graph,
            caughtBy: "instance-class-not-offered"
        ) {
            Parts.database("mysql", "5.7.44", class: "db.m7g.large")  // mistake
        } legal: {
            Parts.database("mysql", "8.0.43", class: "db.m7g.large")
        }
    }

    private static var unknownEngine: Mistake {
        Mistake(
            "InvalidParameterValue: Invalid DB engine: postgresql", rdsAPI, .graph, caughtBy: "unknown-engine"
        ) {
            Parts.database("postgresql", "16")  // mistake
        } legal: {
            Parts.database("postgres", "16")
        }
    }

    private static var unknownVersion: Mistake {
        Mistake(
            "InvalidParameterCombination: Cannot find version 8.0.14 for mysql", rdsAPI, .graph,
            caughtBy: "unknown-engine-version"
        ) {
            Parts.database("mysql", "8.0.14")  // mistake
        } legal: {
            Parts.database("mysql", "8.0.43")
        }
    }

    private static var versionOfAnother: Mistake {
        Mistake(
            "InvalidParameterCombination: Cannot find version 16.9 for mysql", rdsAPI, .graph,
            caughtBy: "unknown-engine-version"
        ) {
            Parts.database("mysql", "16.9")  // mistake
        } legal: {
            Parts.database("postgres", "16.9")
        }
    }

    // MARK: Storage

    private static func disk(_ kind: String, _ operations: Int? = nil, throughput: Int? = nil) -> Properties {
        Properties {
            row("storage_type", "StorageType", kind)
            row("iops", "Iops", operations)
            row("storage_throughput", "StorageThroughput", throughput)
        }
    }

    private static var smallGP3: Mistake {
        Mistake(
            "You can't specify IOPS or storage throughput for engine postgres and a storage size less than 400",
            "https://github.com/cloudtools/troposphere/issues/2141", .graph, caughtBy: "operations-of-small-disk"
        ) {
            Parts.database("postgres", "16", disk: 100) { disk("gp3", 3000) }  // mistake
        } legal: {
            Parts.database("postgres", "16", disk: 400) { disk("gp3", 12000) }
        }
    }

    private static var ratioOfIO1: Mistake {
        Mistake(
            "Invalid iops to storage (GB) ratio for engine name postgres and storage type io1: 0.3000",
            "https://github.com/ministryofjustice/cloud-platform-environments/pull/3972", .graph,
            caughtBy: "database-operations"
        ) {
            Parts.database("postgres", "16", disk: 10000) { disk("io1", 3000) }  // mistake
        } legal: {
            Parts.database("postgres", "16", disk: 1000) { disk("io1", 3000) }
        }
    }

    private static var fewOperations: Mistake {
        Mistake(
            "The IOPS rate of a gp3 disk of 400 GiB and more is less than its baseline of 12000",
            "https://github.com/hashicorp/terraform-provider-aws/issues/28382", .graph, caughtBy: "database-operations"
        ) {
            Parts.database("mysql", "8.4.9", disk: 500) { disk("gp3", 3000) }  // mistake
        } legal: {
            Parts.database("mysql", "8.4.9", disk: 500) { disk("gp3", 12000) }
        }
    }

    private static var noOperations: Mistake {
        Mistake(
            "InvalidParameterCombination: You must specify Iops for the storage type io1", rdsAPI, .graph,
            caughtBy: "operations-missing"
        ) {
            Parts.database { disk("io1") }  // mistake
        } legal: {
            Parts.database { disk("io1", 1000) }
        }
    }

    private static var smallDisk: Mistake {
        Mistake(
            "InvalidParameterValue: Invalid storage size for engine name postgres and storage type gp3: 10",
            storageGuide, .graph, caughtBy: "database-storage"
        ) {
            Parts.network
            Parts.relational(storage: .gibibytes(10))  // mistake
        } legal: {
            Parts.network
            Parts.relational(storage: .gibibytes(20))
        }
    }

    private static var growth: Mistake {
        Mistake(
            "InvalidParameterCombination: Max storage size must be greater than storage size",
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html", .graph,
            caughtBy: "database-storage-limit"
        ) {
            Parts.network
            Parts.relational(storage: .gibibytes(100, upTo: 100))  // mistake
        } legal: {
            Parts.network
            Parts.relational(storage: .gibibytes(100, upTo: 110))
        }
    }

    private static var zoneOfTwo: Mistake {
        Mistake(
            "InvalidParameterCombination: Requesting a specific availability zone is not valid for Multi-AZ instances",
            rdsAPI, .graph, caughtBy: "zone-of-two"
        ) {
            Parts.database {  // mistake
                row("multi_az", "MultiAZ", true)
                row("availability_zone", "AvailabilityZone", "ap-northeast-1a")
            }
        } legal: {
            Parts.database { row("multi_az", "MultiAZ", true) }
        }
    }

    // MARK: Names

    private static var reservedUser: Mistake {
        Mistake(
            "MasterUsername admin cannot be used as it is a reserved word used by the engine", rdsAPI, .graph,
            caughtBy: "reserved-database-word"
        ) {
            Parts.network
            Parts.relational(user: "admin")  // mistake
        } legal: {
            Parts.network
            Parts.relational(engine: .mySQL(.v8_4), user: "admin")
        }
    }

    private static var identifier: Mistake {
        Mistake(
            "InvalidParameterValue: The parameter DBInstanceIdentifier is not a valid identifier", rdsAPI, .graph,
            caughtBy: "database-identifier"
        ) {
            Parts.network
            Parts.relational("1-shop-db")  // mistake
        } legal: {
            Parts.network
            Parts.relational("shop-db-1")
        }
    }

    private static var databaseName: Mistake {
        Mistake(
            "InvalidParameterValue: DBName must begin with a letter and contain only alphanumeric characters", rdsAPI,
            .graph, caughtBy: "database-name"
        ) {
            Parts.network
            Parts.relational(databaseName: "shop-db")  // mistake
        } legal: {
            Parts.network
            Parts.relational(databaseName: "shop_db")
        }
    }

    // MARK: Times

    private static var retention: Mistake {
        Mistake(
            "InvalidParameterValue: Invalid backup retention period: 36. Retention period must be between 0 and 35",
            rdsAPI, .graph, caughtBy: "backup-retention"
        ) {
            Parts.network
            Parts.relational(backups: .daily(keep: .days(36)))  // mistake
        } legal: {
            Parts.network
            Parts.relational(backups: .daily(keep: .days(35)))
        }
    }

    private static var windowsOverlap: Mistake {
        Mistake(
            "InvalidParameterValue: The backup window and maintenance window must not overlap", rdsAPI, .graph,
            caughtBy: "windows-overlap"
        ) {
            Parts.network
            Parts.relational(  // mistake
                backups: .daily(keep: .days(7), between: .utc(17)),
                maintenance: WeeklyWindow(.sunday, .utc(17, 30)))
        } legal: {
            Parts.network
            Parts.relational(
                backups: .daily(keep: .days(7), between: .utc(17)), maintenance: WeeklyWindow(.sunday, .utc(18)))
        }
    }

    private static func windows(_ backup: String) -> Row { row("backup_window", "PreferredBackupWindow", backup) }

    private static var malformedWindow: Mistake {
        Mistake(
            "InvalidParameterValue: Invalid backup window format: 9:46-10:16. Should be hh24:mi-hh24:mi", rdsAPI,
            .graph,
            caughtBy: "malformed-window"
        ) {
            Parts.database { windows("9:46-10:16") }  // mistake
        } legal: {
            Parts.database { windows("09:46-10:16") }
        }
    }

    private static var shortWindow: Mistake {
        Mistake(
            "InvalidParameterValue: The backup window must be at least 30 minutes", rdsAPI, .graph,
            caughtBy: "window-length"
        ) {
            Parts.database { windows("09:46-10:00") }  // mistake
        } legal: {
            Parts.database { windows("09:46-10:16") }
        }
    }

    // MARK: Settings

    private static func settings(_ family: String) -> RDS.DBParameterGroup {
        RDS.DBParameterGroup("settings", family: family, description: "Settings", [.init("max_connections", "100")])
    }

    private static func set(by group: RDS.DBParameterGroup) -> Row {
        row("parameter_group_name", "DBParameterGroupName", group.reference)
    }

    private static var parameterFamily: Mistake {
        Mistake(
            "The Parameter Group settings with DBParameterGroupFamily mysql8.0 can't be used for this instance",
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html", .graph,
            caughtBy: "parameter-family"
        ) {
            settings("mysql8.0")
            Parts.database { set(by: settings("mysql8.0")) }  // mistake
        } legal: {
            settings("mysql8.4")
            Parts.database { set(by: settings("mysql8.4")) }
        }
    }

    private static var parameterTwice: Mistake {
        Mistake(
            "A parameter that stands twice in a parameter group is set to one of the two values",
            "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBParameterGroup.html", .graph,
            caughtBy: "database-parameter-twice"
        ) {
            Parts.network
            Parts.relational(parameters: ["rds.force_ssl": "0"])  // mistake
        } legal: {
            Parts.network
            Parts.relational(parameters: ["log_min_duration_statement": "500"])
        }
    }

    // MARK: Aurora

    private static var engineOfCluster: Mistake {
        Mistake(
            "The engine name requested for your DB instance doesn't match the engine name of your DB cluster", rdsAPI,
            .graph, caughtBy: "cluster-of-another-engine"
        ) {
            Parts.aurora()
            Parts.instance(engine: "aurora-postgresql", of: Parts.aurora())  // mistake
        } legal: {
            Parts.aurora()
            Parts.instance(of: Parts.aurora())
        }
    }

    private static func scaling(_ least: Double, _ most: Double) -> Row {
        nested("serverlessv2_scaling_configuration", "ServerlessV2ScalingConfiguration") {
            row("min_capacity", "MinCapacity", least)
            row("max_capacity", "MaxCapacity", most)
        }
    }

    private static var serverless: Mistake {
        Mistake(
            "Set the Serverless v2 scaling configuration on the parent DB cluster before creating a Serverless v2 DB instance",
            "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.create.html", .graph,
            caughtBy: "serverless-without-capacity"
        ) {
            Parts.aurora()
            Parts.instance(class: "db.serverless", of: Parts.aurora())  // mistake
        } legal: {
            Parts.aurora { scaling(0.5, 4) }
            Parts.instance(class: "db.serverless", of: Parts.aurora { scaling(0.5, 4) })
        }
    }

    private static var capacity: Mistake {
        Mistake(
            "InvalidParameterValue: Serverless v2 maximum capacity is not valid",
            "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ServerlessV2ScalingConfiguration.html",
            .graph, caughtBy: "serverless-capacity"
        ) {
            Parts.aurora { scaling(4, 2) }  // mistake
        } legal: {
            Parts.aurora { scaling(2, 4) }
        }
    }

    private static var diskOfAurora: Mistake {
        Mistake(
            "InvalidParameterCombination: Aurora clusters do not take an allocated storage",
            "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html", .graph,
            caughtBy: "disk-of-aurora"
        ) {
            Parts.aurora { row("allocated_storage", "AllocatedStorage", 100) }  // mistake
        } legal: {
            Parts.aurora { row("storage_type", "StorageType", "aurora-iopt1") }
        }
    }
}
