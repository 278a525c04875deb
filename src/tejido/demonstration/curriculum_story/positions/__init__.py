"""The positions of the second round, one module a member. Invented, all of them: no state has said any of this."""

from . import ar, br, cl, co, cr, ec, gt, mx, pa, pe, py, sv, uy

POSITIONS = tuple(module.POSITION for module in (ar, br, cl, co, cr, ec, gt, mx, pa, pe, py, sv, uy))
REMARKS = {"BR": br.REMARKS, "GT": gt.REMARKS, "PY": py.REMARKS, "SV": sv.REMARKS}
NOTHING_TO_REMARK = {"BR": br.NOTHING_TO_REMARK, "PY": py.NOTHING_TO_REMARK}
