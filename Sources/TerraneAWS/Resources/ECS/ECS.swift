/// Amazon Elastic Container Service.
public enum ECS {}
