#ifndef C_PROVIDER_SCHEMAS_H
#define C_PROVIDER_SCHEMAS_H

#include <stddef.h>

/// What the providers say of every type, embedded in the program: one line for each type, sorted by its name in the order of
/// bytes, then a tab, then a compact JSON document. `Sources/TerraneSchemas/Refresh/refresh` writes them.
typedef struct {
    const void *bytes;
    size_t count;
} terrane_embedded_file;

terrane_embedded_file terrane_terraform_schemas(void);
terrane_embedded_file terrane_cloudformation_schemas(void);

/// Which machines and versions databases and caches have, in the same form. `Refresh/refresh` writes the file.
terrane_embedded_file terrane_offers_schemas(void);
terrane_embedded_file terrane_actions_schemas(void);

/// Which edits of a resource make Terraform's providers replace it, in the same form. `Refresh/refresh` writes the file.
terrane_embedded_file terrane_replacements_schemas(void);

#endif
