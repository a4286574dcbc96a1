/// A month's charge against what was filed, before anyone pays.
@NullMarked
package org.certassist.desktop.reconcile;

import org.jspecify.annotations.NullMarked;
