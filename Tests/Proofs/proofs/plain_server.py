"""moto as released, on a free loopback port: prints `ready URL` and ends when its standard input closes."""

import sys

from moto.server import ThreadedMotoServer

if __name__ == "__main__":
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    print(f"ready http://{host}:{port}", flush=True)
    sys.stdin.buffer.read()
    server.stop()
