/// Amazon Virtual Private Cloud and the EC2 network: networks, subnets, routes, gateways, security groups.
public enum EC2 {}
