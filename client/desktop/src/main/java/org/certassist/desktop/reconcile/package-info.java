/// Before anyone pays: a month's charge against what was filed, and what is to be seen to
/// elsewhere.
@NullMarked
package org.certassist.desktop.reconcile;

import org.jspecify.annotations.NullMarked;
