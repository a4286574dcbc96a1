/// CMS (RFC 5652) with the CAdES-B attributes (ETSI EN 319 122-1), behind core's `Signatures` port.
///
/// [CmsSignatures] signs and verifies; [DetachedCms] is a stranger's CMS read once and wholly;
/// [CmsAlgorithm] is the table of what is signed and accepted. The key sees the DER of the signed
/// attributes and nothing else. [CmsFiles] does the same for files of any size and signatures of
/// any origin, [FurtherSigner] puts one signer more into these.
@NullMarked
package org.certassist.keys.cms;

import org.jspecify.annotations.NullMarked;
