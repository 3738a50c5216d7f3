"""A connection that breaks: a proxy on this machine that passes on so many bytes from the client to
the server, then drops both sides."""
import contextlib
import socket
import struct
import threading


class Cut:
    def __init__(self, port, limit=None):
        self.target, self.limit, self.passed = ("127.0.0.1", port), limit, 0
        self.ear = socket.create_server(("127.0.0.1", 0))
        self.port = self.ear.getsockname()[1]
        self.thread = threading.Thread(target=self.serve, daemon=True)

    def serve(self):
        with contextlib.suppress(OSError):
            client, _ = self.ear.accept()
            server = socket.create_connection(self.target)
            back = threading.Thread(target=self.back, args=(server, client), daemon=True)
            back.start()
            self.forth(client, server)
            for end in (client, server):
                # Reset instead of a farewell: as if a cable was pulled.
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            back.join()
            client.close()
            server.close()

    def forth(self, client, server):
        while True:
            most = 65536 if self.limit is None else min(65536, self.limit - self.passed)
            if most <= 0:
                return
            data = client.recv(most)
            if not data:
                return
            server.sendall(data)
            self.passed += len(data)

    @staticmethod
    def back(server, client):
        with contextlib.suppress(OSError):
            while data := server.recv(65536):
                client.sendall(data)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ear.close()
        self.thread.join(10)
