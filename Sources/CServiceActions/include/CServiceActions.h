#ifndef C_SERVICE_ACTIONS_H
#define C_SERVICE_ACTIONS_H

#include <stddef.h>

/// Names that AWS publishes, embedded in the program. `refresh` beside it writes the files.
typedef struct {
    const void *bytes;
    size_t count;
} terrane_name_list;

/// The actions of each service that a policy can name ("Service Authorization Reference"): one line for each service, sorted,
/// with its prefix, a tab, and its actions with spaces between them.
terrane_name_list terrane_service_actions(void);

/// The policies that AWS keeps, by path and name ("AWS Managed Policy Reference Guide"), one a line, sorted.
terrane_name_list terrane_managed_policies(void);

#endif
