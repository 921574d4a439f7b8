/// AWS Budgets: what a system may cost, and what happens when it costs more.
public enum Budgets {}
