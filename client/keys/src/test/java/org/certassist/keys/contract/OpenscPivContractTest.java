package org.certassist.keys.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// The contract on OpenSC's driver with our PIV card.
class OpenscPivContractTest extends KeyContract {
  OpenscPivContractTest(@TempDir Path folder) throws Exception {
    super(new OpenscPiv(folder));
  }
}
