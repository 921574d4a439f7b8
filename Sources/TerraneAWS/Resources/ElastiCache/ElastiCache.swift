/// Amazon ElastiCache: managed Redis OSS and Valkey.
public enum ElastiCache {}
