/// Amazon Simple Notification Service: topics and who is told.
public enum SNS {}
