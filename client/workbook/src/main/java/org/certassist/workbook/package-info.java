/// TODO
@NullMarked
package org.certassist.workbook;

import org.jspecify.annotations.NullMarked;
