/// MongoDB Atlas: projects, clusters, backups, users, private connections, alerts.
public enum Atlas {}
