resource "aws_vpc" "a" {
  cidr = "10.0.0.0/16" # c
  tags = { "a b" = "$${x} ${var.y}", c = [1, -2.5e3, true, null] }

  lifecycle { prevent_destroy = true }
}
