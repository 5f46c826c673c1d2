# METADATA
# title: The price book, beside our own settings
# description: >-
#   The price book is about AWS and stands once, with the defaults. A stock OPA that loads `policies/` finds it here, as
#   `data.settings.prices`. The gate and the exports put the settings together themselves and do not load this file.
package settings

import rego.v1

prices := data.defaults.prices

price_tables := data.defaults.price_tables
