/// X.509 by Bouncy Castle, behind core's `Certificates` port: who holds a certificate, what it may
/// be used for, and which of the portal's codes it would get.
///
/// Start with [X509Certificates]. [ParsedCertificate] is a stranger's bytes read once and wholly,
/// so that nothing throws afterwards; [PathSearch] finds the way to a trust anchor, [IssuerRules]
/// judging each step and [PathRules] the whole; [HolderRules] is the table of places where Chinese
/// CAs write the unit's name and numbers. Revocation is not asked here.
@NullMarked
package org.certassist.keys.certificate;

import org.jspecify.annotations.NullMarked;
