/* Debian builds libxml2 with ICU, whose headers clash with Foundation's own ICU module. Nothing here needs them. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlsave.h>

/* xmlFree is a global function pointer, which Swift 6 will not read: a function is all right. */
static inline void clibxml2_free(void *memory) { xmlFree(memory); }
