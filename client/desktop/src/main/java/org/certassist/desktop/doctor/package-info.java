/// The place where this PC is looked at, a message is explained, and the helpdesk is helped.
@NullMarked
package org.certassist.desktop.doctor;

import org.jspecify.annotations.NullMarked;
