// A screen that is only in memory, with a finger to touch it: an X server of its own for one browser.
//
// Xvfb has no touch screen. Xorg with its dummy screen and its `inputtest` device has: what is written to the device's
// socket arrives at the programs as if a finger had touched the glass. `man inputtestdrv` has the protocol.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const XORG = "/usr/lib/xorg/Xorg";
const WIDTH = 1400;
const HEIGHT = 3000;
const AXIS = 0xffff; // the touch screen's coordinates go from 0 to this
const EVENT = { hello: 0, sync: 1, touch: 6 };
export const TOUCH = { down: 18, move: 19, up: 20 };

const config = (socket) => `
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "memory"
  Driver "dummy"
  VideoRam 32768
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline "tall" 100 ${WIDTH} ${WIDTH + 10} ${WIDTH + 20} ${WIDTH + 100} ${HEIGHT} ${HEIGHT + 10} ${HEIGHT + 20} ${HEIGHT + 100}
EndSection
Section "Screen"
  Identifier "screen"
  Device "memory"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "tall"
    Virtual ${WIDTH} ${HEIGHT}
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "glass"
  Driver "inputtest"
  Option "SocketPath" "${socket}"
  Option "DeviceType" "Touch"
  Option "TouchCount" "2"
EndSection
Section "InputDevice"
  Identifier "mouse"
  Driver "inputtest"
  Option "SocketPath" "${socket}.mouse"
  Option "DeviceType" "Pointer"
EndSection
Section "InputDevice"
  Identifier "keys"
  Driver "inputtest"
  Option "SocketPath" "${socket}.keys"
  Option "DeviceType" "Keyboard"
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "glass"
  InputDevice "mouse" "CorePointer"
  InputDevice "keys" "CoreKeyboard"
EndSection
`;

/** Starts a screen on a free number: its `name` for programs, `touch(what, x, y)`, and `stop`. */
export async function startDisplay() {
  if (!existsSync(XORG)) throw new Error(`${XORG} is missing: run \`make test\` once, it installs what the tests need`);
  const folder = mkdtempSync(join(tmpdir(), "figure-tracker-display-"));
  const [file, socket, log] = ["xorg.conf", "touch", "log"].map((name) => join(folder, name));
  writeFileSync(file, config(socket));
  const wishes = ["-displayfd", "3", "-config", file, "-logfile", log, "-noreset", "-novtswitch", "-sharevts", "-nolisten", "tcp"];
  const server = spawn(XORG, wishes, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const clean = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", clean);
  const ended = once(server, "exit");
  const failed = ended.then(() => Promise.reject(new Error(`Xorg did not start: ${readFileSync(log, "utf8").slice(-500)}`)));
  const [number] = await Promise.race([once(server.stdio[3], "data"), failed]);
  const glass = await connect(socket);
  return {
    name: `:${String(number).trim()}`,
    folder,
    touch: glass.touch,
    async stop() {
      glass.close();
      process.removeListener("exit", clean);
      server.kill();
      await ended;
      clean();
    },
  };
}

async function connect(path) {
  const socket = createConnection(path);
  await once(socket, "connect");
  /** Writes an event, and waits for the server's answer if it has one. */
  const send = (bytes) => {
    const answer = once(socket, "data");
    socket.write(bytes);
    return answer;
  };
  await send(event(EVENT.hello, 12, (bytes) => bytes.writeUInt16LE(1, 8)));
  return {
    close: () => socket.destroy(),
    async touch(what, x, y) {
      socket.write(event(EVENT.touch, 1056, (bytes) => {
        bytes.writeUInt32LE(what, 12);
        bytes.writeUInt8(0b11, 20); // which axes follow: x and y
        bytes.writeDoubleLE((x / WIDTH) * AXIS, 32);
        bytes.writeDoubleLE((y / HEIGHT) * AXIS, 40);
      }));
      await send(event(EVENT.sync, 8));
    },
  };
}

function event(type, length, fill = () => {}) {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(length, 0);
  bytes.writeUInt32LE(type, 4);
  fill(bytes);
  return bytes;
}
