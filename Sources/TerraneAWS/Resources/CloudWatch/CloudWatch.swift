/// Amazon CloudWatch: metrics, alarms, dashboards.
public enum CloudWatch {}
