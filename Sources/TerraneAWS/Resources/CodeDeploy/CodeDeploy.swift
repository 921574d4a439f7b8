/// AWS CodeDeploy, for services of Amazon ECS.
public enum CodeDeploy {}
