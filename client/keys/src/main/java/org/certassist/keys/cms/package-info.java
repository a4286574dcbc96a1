/// CMS (RFC 5652) with the CAdES-B attributes (ETSI EN 319 122-1), and GM/T 0010 for SM2, behind
/// core's ports `Signatures` (declarations and receipts) and `SignedFiles` (any file).
///
/// [CmsSignatures] and [CmsFiles] sign and verify, [FurtherSigner] signs beside others;
/// [DetachedCms] is a stranger's CMS read once and wholly, [SignedParts] one of any size;
/// [CmsAlgorithm] is the table of what is signed and accepted. The key sees the DER of the signed
/// attributes and nothing else.
@NullMarked
package org.certassist.keys.cms;

import org.jspecify.annotations.NullMarked;
