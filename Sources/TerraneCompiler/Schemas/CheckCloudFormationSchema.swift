import TerraneCore
import TerraneSchemas

extension CloudFormationTemplate {
    /// Holds the properties of a resource against the schema of its type in the region of the template, and what it reads of
    /// others (`Fn::GetAtt`) against theirs.
    ///
    /// - parameter parts: the resources that CloudFormation writes as its properties; what is wrong in what they wrote is theirs.
    func checkSchema(
        of node: ResourceNode, with parts: [ResourceNode], _ type: String, _ properties: [JSON.Member]
    ) -> [Diagnostic] {
        checkProperties(of: node, with: parts, type, properties) + ([node] + parts).flatMap(checkAttributes)
    }

    private func checkProperties(
        of node: ResourceNode, with parts: [ResourceNode], _ type: String, _ properties: [JSON.Member]
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

    private func checkAttributes(of node: ResourceNode) -> [Diagnostic] {
        var found: [Diagnostic] = []
        node.forEachExpression { expression in
            expression.forCloudFormation.forEachPart { part in
                if case .reference(let reference) = part { found += checkAttribute(reference, node) }
            }
        }
        return found
    }

    private func checkAttribute(_ reference: Reference, _ node: ResourceNode) -> [Diagnostic] {
        guard case .attribute(let name) = reference.attribute.cloudFormation,
            let type = reference.type.cloudFormation.typeName,
            let schema = CloudFormationSchemas.schema(of: type, in: region.rawValue), !schema.attributes.isEmpty
        else { return [] }
        return schema.hasAttribute(name) ? [] : [.unknownReturnValue(name, of: schema, reference.target, node)]
    }
}

extension CloudFormationSchema {
    /// What is wrong with the properties of a resource.
    func findings(in properties: JSON) -> [SchemaFinding] {
        var evaluation = SchemaEvaluation(definitions: definitions)
        evaluation.check(properties, self.properties)
        for path in refused { evaluation.refuse(properties, at: path) }
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
