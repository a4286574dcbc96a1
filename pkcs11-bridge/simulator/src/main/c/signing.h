/* Mechanisms, signatures, and keys made on the token. */
#ifndef SIGNING_H
#define SIGNING_H

#include "cryptoki.h"
#include "sessions.h"

CK_RV mechanism_list(CK_MECHANISM_TYPE *list, CK_ULONG *count);
CK_RV mechanism_info(CK_MECHANISM_TYPE type, CK_MECHANISM_INFO *info);

CK_RV sign_begin(struct session *session, const CK_MECHANISM *mechanism, CK_OBJECT_HANDLE key);
CK_RV sign_more(struct session *session, const CK_BYTE *data, CK_ULONG length);

/* NULL asks for the length; that and too small a buffer leave the operation as it is. */
CK_RV sign_end(struct session *session, CK_BYTE *signature, CK_ULONG *length);

CK_RV pair_generate(struct session *session, const CK_MECHANISM *mechanism,
                    const CK_ATTRIBUTE *public_list, CK_ULONG public_count,
                    const CK_ATTRIBUTE *private_list, CK_ULONG private_count,
                    CK_OBJECT_HANDLE *public_key, CK_OBJECT_HANDLE *private_key);

#endif
