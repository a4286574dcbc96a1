/// What the clerk carries herself: a checked declaration made into the file for the portal's page
/// or the paper for the counter, what she does with it, and her word that she handed it in. Start
/// with [org.certassist.desktop.carry.CarryViewModel].
@NullMarked
package org.certassist.desktop.carry;

import org.jspecify.annotations.NullMarked;
