/// Certificates and signatures: who holds one, what the portal would say of it (0, 800…823), and
/// the CMS port.
@NullMarked
package org.certassist.core.certificate;

import org.jspecify.annotations.NullMarked;
