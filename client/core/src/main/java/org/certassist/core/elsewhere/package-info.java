/// What no filing here covers and must be seen to elsewhere, medical and maternity insurance above
/// all: open for each person until the clerk ticks it off.
@NullMarked
package org.certassist.core.elsewhere;

import org.jspecify.annotations.NullMarked;
