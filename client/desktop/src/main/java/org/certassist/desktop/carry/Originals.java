package org.certassist.desktop.carry;

import org.certassist.desktop.check.CheckState;

/// Knows what a checked state is saved as.
public interface Originals {
  Original of(CheckState.Checked checked);
}
