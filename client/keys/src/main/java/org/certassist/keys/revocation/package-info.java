/// Whether a CA has taken a certificate back: lists (RFC 5280 §5 and §6.3) and answers (RFC 6960),
/// behind core's `Revocations` port.
///
/// Start with [X509Revocations]: it asks about every certificate of a chain, a list that the user
/// named first, then the CA's server, then the CA's list. [CrlFile] is a stranger's list read once,
/// in bounded memory however many entries it has; [CrlCheck] and [OcspCheck] say what a list or an
/// answer means for one certificate; [StatementSigners] says whose signature counts under it.
@NullMarked
package org.certassist.keys.revocation;

import org.jspecify.annotations.NullMarked;
