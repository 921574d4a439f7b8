import TerraneCore
import TerraneSchemas

extension CloudFormationTemplate {
    /// Holds the properties of a resource against the schema of its type in the region of the template.
    ///
    /// - parameter parts: the resources that CloudFormation writes as its properties; what is wrong in what they wrote is theirs.
    static func checkSchema(
        of node: ResourceNode, with parts: [ResourceNode], _ type: String, _ properties: [JSON.Member],
        in region: Region
    ) -> [Diagnostic] {
        guard let schema = CloudFormationSchemas.schema(of: type, in: region.rawValue) else {
            return CloudFormationSchemas.isComplete(for: type) ? [.unknownCloudFormationType(type, node)] : []
        }
        if CloudFormationSchema.knownRegions.contains(region.rawValue), !schema.regions.contains(region.rawValue) {
            return [.typeNotInRegion(schema, region, node)]
        }
        return schema.findings(in: .object(properties)).map { finding in
            .schema(finding, of: schema, parts.last { $0.writes(finding.path.property) } ?? node)
        }
    }

    /// Checks that what is read of other resources (`Fn::GetAtt`) is there to be read.
    static func checkAttributes(of node: ResourceNode, in region: Region) -> [Diagnostic] {
        var found: [Diagnostic] = []
        node.forEachExpression { expression in
            expression.forCloudFormation.forEachPart { part in
                guard case .reference(let reference) = part,
                    case .attribute(let name) = reference.attribute.cloudFormation,
                    let type = reference.type.cloudFormation.typeName,
                    let schema = CloudFormationSchemas.schema(of: type, in: region.rawValue),
                    !schema.attributes.isEmpty, !schema.hasAttribute(name)
                else { return }
                found.append(.unknownReturnValue(name, of: schema, reference.target, node))
            }
        }
        return found
    }
}

extension CloudFormationSchema {
    /// What is wrong with the properties of a resource.
    func findings(in properties: JSON) -> [SchemaFinding] {
        var evaluation = SchemaEvaluation(definitions: definitions)
        evaluation.check(properties, self.properties)
        for path in readOnly { evaluation.refuse(properties, at: path) }
        for rule in rules { evaluation.check(properties, at: rule.path, rule.node) }
        return evaluation.findings
    }
}

extension ResourceNode {
    /// Whether its table has this property of CloudFormation's.
    fileprivate func writes(_ property: String?) -> Bool {
        guard let property else { return false }
        return properties.rows.contains { row in
            row.cloudFormation.map { RowPath.parts(of: $0).first == property } ?? false
        }
    }
}
