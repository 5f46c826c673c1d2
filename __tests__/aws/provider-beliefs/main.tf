# One minimal resource of each type that the policies read, and a second one, `blocks`, where the members of blocks say more.
# provider-beliefs.test.ts plans it with the real provider. Ids are made up: nothing is refreshed or applied.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region                      = "eu-central-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

# ---------------------------------------------------------------------------------------------------- load balancing

resource "aws_lb" "minimal" {
  subnets = ["subnet-11111111", "subnet-22222222"]
}

resource "aws_alb" "minimal" {
  subnets = ["subnet-11111111", "subnet-22222222"]
}

resource "aws_lb" "blocks" {
  load_balancer_type = "network"

  subnet_mapping {
    subnet_id = "subnet-11111111"
  }

  access_logs {
    bucket = "logs"
  }

  connection_logs {
    bucket = "logs"
  }
}

resource "aws_lb_listener" "minimal" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/a/1111111111111111"
  port              = 80

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
    }
  }
}

resource "aws_alb_listener" "minimal" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/a/1111111111111111"
  port              = 80

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
    }
  }
}

resource "aws_lb_listener" "blocks" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/a/1111111111111111"
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "forward"

    forward {
      target_group {
        arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/a/1111111111111111"
      }

      stickiness {
        duration = 60
      }
    }
  }

  default_action {
    type = "redirect"

    redirect {
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener_rule" "minimal" {
  listener_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/a/1111111111111111/2222222222222222"

  action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/a/1111111111111111"
  }

  condition {
    path_pattern {
      values = ["/a"]
    }
  }
}

resource "aws_alb_listener_rule" "minimal" {
  listener_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/a/1111111111111111/2222222222222222"

  action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/a/1111111111111111"
  }

  condition {
    path_pattern {
      values = ["/a"]
    }
  }
}

resource "aws_lb_listener_rule" "blocks" {
  listener_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/a/1111111111111111/2222222222222222"

  action {
    type = "forward"

    forward {
      target_group {
        arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/a/1111111111111111"
      }

      target_group {
        arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/b/2222222222222222"
      }
    }
  }

  condition {
    host_header {
      values = ["a.example"]
    }
  }
}

resource "aws_lb_target_group" "minimal" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-11111111"
}

resource "aws_alb_target_group" "minimal" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-11111111"
}

resource "aws_lb_target_group" "blocks" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-11111111"

  health_check {
    path = "/"
  }

  stickiness {
    type = "lb_cookie"
  }
}

resource "aws_lb_target_group_attachment" "minimal" {
  target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/a/1111111111111111"
  target_id        = "i-11111111"
}

resource "aws_alb_target_group_attachment" "minimal" {
  target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/a/1111111111111111"
  target_id        = "i-11111111"
}

resource "aws_elb" "minimal" {
  availability_zones = ["eu-central-1a"]

  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

# -------------------------------------------------------------------------------------------------------- machines

resource "aws_autoscaling_group" "minimal" {
  min_size             = 1
  max_size             = 1
  launch_configuration = "a"
}

resource "aws_autoscaling_group" "template" {
  min_size            = 1
  max_size            = 1
  vpc_zone_identifier = ["subnet-11111111"]

  launch_template {
    id = "lt-11111111"
  }
}

resource "aws_autoscaling_group" "blocks" {
  min_size = 1
  max_size = 1

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = "lt-11111111"
      }
    }
  }

  instance_refresh {
    strategy = "Rolling"

    preferences {
      auto_rollback = true
    }
  }

  warm_pool {
    pool_state = "Stopped"
  }
}

resource "aws_autoscaling_group" "overrides" {
  min_size = 1
  max_size = 1

  mixed_instances_policy {
    instances_distribution {
      spot_max_price = "1"
    }

    launch_template {
      launch_template_specification {
        launch_template_id = "lt-11111111"
      }

      override {
        instance_type = "t3.micro"
      }

      override {
        instance_requirements {
          memory_mib {
            min = 1024
          }

          vcpu_count {
            min = 1
          }
        }
      }
    }
  }
}

resource "aws_autoscaling_attachment" "minimal" {
  autoscaling_group_name = "a"
  lb_target_group_arn    = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/a/1111111111111111"
}

resource "aws_autoscaling_traffic_source_attachment" "minimal" {
  autoscaling_group_name = "a"

  traffic_source {
    identifier = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/a/1111111111111111"
    type       = "elbv2"
  }
}

resource "aws_autoscaling_policy" "minimal" {
  autoscaling_group_name = "a"
  name                   = "a"
  adjustment_type        = "ChangeInCapacity"
  scaling_adjustment     = 1
}

resource "aws_autoscaling_policy" "blocks" {
  autoscaling_group_name = "a"
  name                   = "a"
  policy_type            = "TargetTrackingScaling"

  target_tracking_configuration {
    target_value = 50

    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}

resource "aws_autoscaling_schedule" "minimal" {
  autoscaling_group_name = "a"
  scheduled_action_name  = "a"
}

resource "aws_launch_template" "minimal" {}

resource "aws_launch_template" "blocks" {
  block_device_mappings {
    device_name = "/dev/sda1"

    ebs {
      delete_on_termination = "true"
    }
  }

  metadata_options {
    http_tokens = "required"
  }

  monitoring {}

  network_interfaces {
    device_index = 0
  }

  placement {
    availability_zone = "eu-central-1a"
  }

  capacity_reservation_specification {
    capacity_reservation_preference = "none"
  }

  instance_market_options {
    market_type = "spot"

    spot_options {
      max_price = "1"
    }
  }

  tag_specifications {
    resource_type = "instance"
  }
}

resource "aws_launch_configuration" "minimal" {
  image_id      = "ami-11111111"
  instance_type = "t3.micro"
}

resource "aws_launch_configuration" "blocks" {
  image_id      = "ami-11111111"
  instance_type = "t3.micro"

  ebs_block_device {
    device_name = "/dev/sdb"
  }

  metadata_options {
    http_tokens = "required"
  }

  root_block_device {
    volume_type = "gp3"
  }
}

resource "aws_instance" "minimal" {
  ami           = "ami-11111111"
  instance_type = "t3.micro"
}

resource "aws_instance" "blocks" {
  ami           = "ami-11111111"
  instance_type = "t3.micro"

  ebs_block_device {
    device_name = "/dev/sdb"
  }

  metadata_options {
    http_tokens = "required"
  }

  root_block_device {
    volume_type = "gp3"
  }

  network_interface {
    device_index         = 0
    network_interface_id = "eni-11111111"
  }

  instance_market_options {
    market_type = "spot"
  }

  capacity_reservation_specification {
    capacity_reservation_preference = "none"
  }

  credit_specification {}

  enclave_options {}

  maintenance_options {}

  private_dns_name_options {}
}

resource "aws_instance" "template" {
  launch_template {
    id = "lt-11111111"
  }
}

resource "aws_spot_instance_request" "minimal" {
  ami           = "ami-11111111"
  instance_type = "t3.micro"
}

resource "aws_ami" "minimal" {
  name = "a"
}

resource "aws_ami" "blocks" {
  name = "a"

  ebs_block_device {
    device_name = "/dev/sda1"
  }
}

resource "aws_ami_from_instance" "minimal" {
  name               = "a"
  source_instance_id = "i-11111111"
}

resource "aws_ebs_volume" "minimal" {
  availability_zone = "eu-central-1a"
  size              = 1
}

resource "aws_ecs_service" "minimal" {
  name = "a"
}

resource "aws_ecs_service" "blocks" {
  name = "a"

  load_balancer {
    container_name = "a"
    container_port = 80
  }

  network_configuration {
    subnets = ["subnet-11111111"]
  }
}

# ------------------------------------------------------------------------------------------------------ monitoring

resource "aws_cloudwatch_dashboard" "minimal" {
  dashboard_name = "a"
  dashboard_body = "{}"
}

resource "aws_cloudwatch_metric_alarm" "minimal" {
  alarm_name          = "a"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = "CPUUtilization"
  namespace           = "AWS/EC2"
  period              = 60
  statistic           = "Average"
  threshold           = 1
}

resource "aws_cloudwatch_metric_alarm" "blocks" {
  alarm_name          = "b"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  threshold           = 1

  metric_query {
    id          = "m"
    return_data = true

    metric {
      metric_name = "CPUUtilization"
      namespace   = "AWS/EC2"
      period      = 60
      stat        = "Average"
    }
  }
}

# ------------------------------------------------------------------------------------------------------- databases

resource "aws_db_instance" "minimal" {
  allocated_storage = 20
  engine            = "postgres"
  instance_class    = "db.t3.micro"
  username          = "a"
  password          = "made-up-and-never-used"
}

resource "aws_db_instance" "blocks" {
  instance_class = "db.t3.micro"

  restore_to_point_in_time {
    source_db_instance_identifier = "a"
    use_latest_restorable_time    = true
  }
}

resource "aws_db_proxy" "minimal" {
  name           = "a"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::123456789012:role/a"
  vpc_subnet_ids = ["subnet-11111111"]

  auth {
    auth_scheme = "SECRETS"
    secret_arn  = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:a"
  }
}

resource "aws_db_snapshot" "minimal" {
  db_instance_identifier = "a"
  db_snapshot_identifier = "a"
}

resource "aws_db_cluster_snapshot" "minimal" {
  db_cluster_identifier          = "a"
  db_cluster_snapshot_identifier = "a"
}

resource "aws_db_snapshot_copy" "minimal" {
  source_db_snapshot_identifier = "arn:aws:rds:eu-central-1:123456789012:snapshot:a"
  target_db_snapshot_identifier = "copy"
}

resource "aws_db_subnet_group" "minimal" {
  subnet_ids = ["subnet-11111111"]
}

resource "aws_rds_cluster" "minimal" {
  engine          = "aurora-postgresql"
  master_username = "a"
  master_password = "made-up-and-never-used"
}

resource "aws_rds_cluster" "blocks" {
  engine = "aurora-postgresql"

  restore_to_point_in_time {
    source_cluster_identifier  = "a"
    use_latest_restorable_time = true
  }
}

resource "aws_rds_cluster_instance" "minimal" {
  cluster_identifier = "a"
  engine             = "aurora-postgresql"
  instance_class     = "db.t3.medium"
}

resource "aws_rds_cluster_snapshot_copy" "minimal" {
  source_db_cluster_snapshot_identifier = "arn:aws:rds:eu-central-1:123456789012:cluster-snapshot:a"
  target_db_cluster_snapshot_identifier = "copy"
}

resource "aws_rds_shard_group" "minimal" {
  db_cluster_identifier     = "a"
  db_shard_group_identifier = "shards"
  max_acu                   = 16
}

resource "aws_neptune_cluster_instance" "minimal" {
  cluster_identifier = "a"
  instance_class     = "db.t3.medium"
}

resource "aws_redshift_cluster" "minimal" {
  cluster_identifier = "warehouse"
  node_type          = "ra3.large"
}

resource "aws_redshiftserverless_workgroup" "minimal" {
  namespace_name = "a"
  workgroup_name = "b"
}

# -------------------------------------------------------------------------------------------------------- networks

resource "aws_vpc" "minimal" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "minimal" {
  vpc_id     = "vpc-11111111"
  cidr_block = "10.0.0.0/24"
}

resource "aws_default_subnet" "minimal" {
  availability_zone = "eu-central-1a"
}

resource "aws_internet_gateway" "minimal" {}

resource "aws_vpn_gateway" "minimal" {}

resource "aws_nat_gateway" "minimal" {
  subnet_id     = "subnet-11111111"
  allocation_id = "eipalloc-11111111"
}

resource "aws_eip" "minimal" {}

resource "aws_eip_association" "minimal" {
  allocation_id = "eipalloc-11111111"
  instance_id   = "i-11111111"
}

resource "aws_route_table" "minimal" {
  vpc_id = "vpc-11111111"
}

resource "aws_route_table" "blocks" {
  vpc_id = "vpc-11111111"

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = "igw-11111111"
  }
}

resource "aws_default_route_table" "minimal" {
  default_route_table_id = "rtb-11111111"
}

resource "aws_route" "minimal" {
  route_table_id         = "rtb-11111111"
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = "igw-11111111"
}

resource "aws_route_table_association" "minimal" {
  route_table_id = "rtb-11111111"
  subnet_id      = "subnet-11111111"
}

resource "aws_main_route_table_association" "minimal" {
  route_table_id = "rtb-11111111"
  vpc_id         = "vpc-11111111"
}

resource "aws_network_interface" "minimal" {
  subnet_id = "subnet-11111111"
}

resource "aws_network_interface" "blocks" {
  subnet_id = "subnet-11111111"

  attachment {
    device_index = 1
    instance     = "i-11111111"
  }
}

resource "aws_network_interface_attachment" "minimal" {
  device_index         = 1
  instance_id          = "i-11111111"
  network_interface_id = "eni-11111111"
}

resource "aws_network_interface_sg_attachment" "minimal" {
  network_interface_id = "eni-11111111"
  security_group_id    = "sg-11111111"
}

resource "aws_vpc_endpoint" "minimal" {
  service_name = "com.amazonaws.eu-central-1.s3"
  vpc_id       = "vpc-11111111"
}

resource "aws_vpc_endpoint_security_group_association" "minimal" {
  security_group_id = "sg-11111111"
  vpc_endpoint_id   = "vpce-11111111"
}

# --------------------------------------------------------------------------------------------------------- groups

resource "aws_security_group" "minimal" {}

resource "aws_security_group" "blocks" {
  ingress {
    from_port = 80
    to_port   = 80
    protocol  = "tcp"
  }

  egress {
    from_port = 80
    to_port   = 80
    protocol  = "tcp"
  }
}

resource "aws_default_security_group" "minimal" {}

resource "aws_security_group_rule" "minimal" {
  security_group_id = "sg-11111111"
  type              = "ingress"
  from_port         = 80
  to_port           = 80
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/16"]
}

resource "aws_vpc_security_group_ingress_rule" "minimal" {
  security_group_id = "sg-11111111"
  ip_protocol       = "-1"
  cidr_ipv4         = "10.0.0.0/16"
}

resource "aws_vpc_security_group_egress_rule" "minimal" {
  security_group_id = "sg-11111111"
  ip_protocol       = "-1"
  cidr_ipv4         = "10.0.0.0/16"
}

resource "aws_ec2_managed_prefix_list" "minimal" {
  address_family = "IPv4"
  max_entries    = 1
  name           = "a"
}

resource "aws_ec2_managed_prefix_list" "blocks" {
  address_family = "IPv4"
  max_entries    = 1
  name           = "b"

  entry {
    cidr = "10.0.0.0/16"
  }
}

resource "aws_ec2_managed_prefix_list_entry" "minimal" {
  cidr           = "10.0.0.0/16"
  prefix_list_id = "pl-11111111"
}

resource "terraform_data" "minimal" {}
