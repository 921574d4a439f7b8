# A file as an author wrote it.

terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    } # pinned
  }
}

variable "zone_names" {
  type = list(string)
  default = [
    "a",
    "b", // two
  ]
}

/* Where it
   runs. */
resource "aws_instance" "web" {
  ami           = var.ami
  instance_type = var.big ? "m5.large" : "t3.micro" # cheap

  # The script.
  user_data = <<-SCRIPT
    #!/bin/sh
    echo ${var.greeting} $${HOME}

      exit 0
  SCRIPT

  lifecycle { ignore_changes = [ami, tags["Name"]] }

  ebs_block_device {
    size = -1
  }

  ebs_block_device {}

  tags = merge(var.tags, { Name = "web" }, {
    "aws:thing" = "x"
    (var.key)   = 1
    for-bare    = [for k, v in var.m : k if v != null]
  })
}

output "ids" { value = aws_instance.web.*.id }
