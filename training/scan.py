# SPDX-License-Identifier: Apache-2.0
"""The recurrence as a torch function; scan.cpp is compiled on first use."""
import ctypes
import pathlib
import subprocess
import tempfile

import torch


def build():
    source = pathlib.Path(__file__).with_name("scan.cpp")
    target = pathlib.Path(tempfile.mkdtemp()) / "scan.so"
    subprocess.run(["g++", "-O3", "-march=native", "-ffast-math", "-shared", "-fPIC", "-fopenmp-simd", "-std=c++20",
                    "-o", str(target), str(source)], check=True)
    return ctypes.CDLL(str(target))


LIBRARY = build()


def pointer(tensor):
    return ctypes.c_void_p(tensor.data_ptr())


class Scan(torch.autograd.Function):
    """u [tokens, 6H], peep [2, 2, H], starts int32 [sentences + 1] -> h [tokens, 2H]"""

    @staticmethod
    def forward(ctx, u, peep, starts):
        u, peep = u.contiguous(), peep.contiguous()
        tokens, hidden = u.shape[0], u.shape[1] // 6
        h, c, f, r = (torch.empty(tokens, 2 * hidden) for _ in range(4))
        LIBRARY.scan_forward(pointer(u), pointer(peep), pointer(starts), len(starts) - 1, hidden,
                             pointer(h), pointer(c), pointer(f), pointer(r))
        ctx.save_for_backward(u, peep, starts, c, f, r)
        return h

    @staticmethod
    def backward(ctx, gh):
        u, peep, starts, c, f, r = ctx.saved_tensors
        gh = gh.contiguous()
        gu, gpeep = torch.empty_like(u), torch.zeros_like(peep)
        LIBRARY.scan_backward(pointer(u), pointer(peep), pointer(starts), len(starts) - 1, peep.shape[2],
                              pointer(c), pointer(f), pointer(r), pointer(gh), pointer(gu), pointer(gpeep))
        return gu, gpeep, None


class Drop(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, p):
        x = x.contiguous()
        out, ctx.mask, ctx.p = torch.empty_like(x), torch.empty(x.numel(), dtype=torch.uint8), p
        seed = int(torch.randint(1 << 60, (1,)))
        LIBRARY.drop_forward(pointer(x), pointer(out), pointer(ctx.mask), ctypes.c_long(x.numel()), ctypes.c_float(p),
                             ctypes.c_ulong(seed))
        return out

    @staticmethod
    def backward(ctx, g):
        g = g.contiguous()
        out = torch.empty_like(g)
        LIBRARY.drop_backward(pointer(g), pointer(ctx.mask), pointer(out), ctypes.c_long(g.numel()), ctypes.c_float(ctx.p))
        return out, None


def dropout(x, p, training):
    """Much faster on a CPU than torch's own."""
    return Drop.apply(x, p) if training and p > 0 else x


class Bags(torch.autograd.Function):
    """Scaled sums of table rows; its gradient is added straight into table.grad."""

    @staticmethod
    def forward(ctx, table, flat, starts, scale, owner):
        out = torch.empty(len(scale), table.shape[1])
        LIBRARY.bags_forward(pointer(table), pointer(flat), pointer(starts), pointer(scale), ctypes.c_long(len(scale)),
                             ctypes.c_long(table.shape[1]), pointer(out))
        ctx.kept = flat, starts, scale, owner
        return out

    @staticmethod
    def backward(ctx, g):
        flat, starts, scale, owner = ctx.kept
        g = g.contiguous()
        if owner.grad is None:
            owner.grad = torch.zeros_like(owner)
        LIBRARY.bags_backward(pointer(g), pointer(flat), pointer(starts), pointer(scale), ctypes.c_long(len(scale)),
                              ctypes.c_long(g.shape[1]), pointer(owner.grad))
        return None, None, None, None, None
