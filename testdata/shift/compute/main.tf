# The same web program, three times: on a virtual machine, on App Service, as a Lambda function.

resource "azurerm_linux_virtual_machine" "shop" {
  name                  = "shop"
  resource_group_name   = "shop"
  location              = "westeurope"
  size                  = "Standard_B2s"
  admin_username        = "shop"
  network_interface_ids = ["/subscriptions/0/resourceGroups/shop/providers/Microsoft.Network/networkInterfaces/shop"]

  os_disk {
    caching              = "ReadWrite"
    storage_account_type = "Premium_LRS"
  }

  source_image_reference {
    publisher = "Canonical"
    offer     = "ubuntu-24_04-lts"
    sku       = "server"
    version   = "latest"
  }

  admin_ssh_key {
    username   = "shop"
    public_key = file("shop.pub")
  }
}

resource "azurerm_linux_web_app" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/0/resourceGroups/shop/providers/Microsoft.Web/serverFarms/shop"
  site_config {}
}

resource "aws_lambda_function" "shop" {
  function_name = "shop"
  role          = "arn:aws:iam::111122223333:role/shop"
  runtime       = "python3.13"
  handler       = "shop.handler"
  filename      = "shop.zip"
}
