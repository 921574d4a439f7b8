#include "CServiceActions.h"

// C23's #embed puts a file into the program quickly, and without a bundle beside it. Clang takes it in any version of C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char actions[] = {
#embed "service.actions"
};

static const unsigned char policies[] = {
#embed "managed.policies"
};

terrane_name_list terrane_service_actions(void) {
    return (terrane_name_list){actions, sizeof actions};
}

terrane_name_list terrane_managed_policies(void) {
    return (terrane_name_list){policies, sizeof policies};
}
