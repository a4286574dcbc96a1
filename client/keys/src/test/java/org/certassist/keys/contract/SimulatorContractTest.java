package org.certassist.keys.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// The contract on the simulated driver.
class SimulatorContractTest extends KeyContract {
  SimulatorContractTest(@TempDir Path folder) throws Exception {
    super(new SimulatorModule(folder));
  }
}
