#include "CProviderSchemas.h"

// C23's #embed puts a file into the program quickly, and without a bundle beside it. Clang takes it in any version of C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char terraform[] = {
#embed "terraform.schemas"
};

static const unsigned char cloudformation[] = {
#embed "cloudformation.schemas"
};

static const unsigned char offers[] = {
#embed "offers.schemas"
};

static const unsigned char actions[] = {
#embed "actions.schemas"
};

static const unsigned char replacements[] = {
#embed "replacements.schemas"
};

terrane_embedded_file terrane_terraform_schemas(void) {
    return (terrane_embedded_file){terraform, sizeof terraform};
}

terrane_embedded_file terrane_cloudformation_schemas(void) {
    return (terrane_embedded_file){cloudformation, sizeof cloudformation};
}

terrane_embedded_file terrane_offers_schemas(void) {
    return (terrane_embedded_file){offers, sizeof offers};
}

terrane_embedded_file terrane_actions_schemas(void) {
    return (terrane_embedded_file){actions, sizeof actions};
}

terrane_embedded_file terrane_replacements_schemas(void) {
    return (terrane_embedded_file){replacements, sizeof replacements};
}
