"""The permission matrix: who gets which answer at which address, written by hand from the rules and not from the code.

Columns are persons: `pub` the public; `fp`, `alt`, `va` and `jus` focal point, alternate, validating authority and
representative of Justice of Aldea; `XB` the focal point of Brisa; `sec`, `chr`, `trn` and `obs` secretariat, chair,
translator and observer of the network; `non` an account without a seat. `all` stands for everybody not named.

Cells: 200 a page or an answer; 302 done, or sent on; `in` sent to sign in; 403 the seat may not, 409 not this seat's to
do or not at this moment, 422 no such choice for this seat; 404 there is nothing for them to see. A method without a row
is answered with 405. After `#` stands which of several requests to one address is meant.
"""

import matrix_adaptation
import matrix_alumni
import matrix_evaluation
import matrix_lessons
import matrix_meetings
import matrix_nominations
import matrix_presence
import matrix_room
import matrix_seminars
import matrix_timetable
import matrix_training
import matrix_translation
from matrix_newer import NEWER

# The texts of the network, at each step of the loop. Aldea prepares, has released, agrees, objects.
NETWORK = (
    """
                                          pub  fp alt  va jus  XB sec chr trn obs non
GET  curriculum:text                      404 200 200 200 200 200 200 200 200 200 404
GET  curriculum:picture                   404 200 200 200 200 200 200 200 200 200 404
GET  curriculum:picture#adopted           200 200 200 200 200 200 200 200 200 200 200
GET  curriculum:history                   404 200 200 200 200 200 200 200 200 200 404
GET  curriculum:changes                   404 200 200 200 200 200 200 200 200 200 404
GET  curriculum:languages                 404 200 200 200 200 200 200 200 200 200 404
POST curriculum:languages                 404 403 403 403 403 403 302 403 302 403 404
POST curriculum:preview                   404 200 200 200 200 200 200 200 200 200 404
GET  curriculum:section#es                404 404 404 404 404 404 200 404 404 404 404
POST curriculum:section#es                404 404 404 404 404 404 302 404 404 404 404
GET  curriculum:section#pt                404 404 404 404 404 404 200 404 200 404 404
POST curriculum:section#pt                404 404 404 404 404 404 302 404 302 404 404
POST curriculum:draft#es                  404 403 403 403 403 403 200 403 403 403 404
POST curriculum:draft#pt                  404 403 403 403 403 403 200 403 200 403 404
GET  curriculum:export                    404 200 200 200 200 200 200 200 200 200 404
GET  curriculum:paper                     404 200 200 200 200 200 200 200 200 200 404
GET  curriculum:changes_pdf               404 200 200 200 200 200 200 200 200 200 404
GET  curriculum:edition                   200 200 200 200 200 200 200 200 200 200 200
GET  curriculum:edition_paper             200 200 200 200 200 200 200 200 200 200 200
GET  curriculum:edition_file#record       200 200 200 200 200 200 200 200 200 200 200
GET  curriculum:record_paper              200 200 200 200 200 200 200 200 200 200 200
GET  curriculum:edition_file#text         200 200 200 200 200 200 200 200 200 200 200
POST curriculum:edition_releases           404 404 404 404 404 404 404 404 404 404 404
POST curriculum:edition_withdrawals        404 404 404 404 404 404 404 404 404 404 404
GET  curriculum:new                       404 200 200 404 200 404 200 404 404 404 404
POST curriculum:new                       404 422 422 404 422 404 302 404 404 404 404
GET  deliberation:course                  404 200 200 200 200 200 200 200 200 200 404
GET  deliberation:opening                 404 404 404 404 404 404 200 404 404 404 404
POST deliberation:opening                 404 404 404 404 404 404 302 404 404 404 404
GET  deliberation:proposal                404 404 404 404 404 404 200 404 404 404 404
POST deliberation:proposal                404 404 404 404 404 404 302 404 404 404 404
GET  deliberation:round                   404 200 200 200 200 200 200 200 200 200 404
GET  deliberation:round_calendar          404 200 200 200 200 200 200 200 200 200 404
POST deliberation:round_extensions        404 403 403 403 403 403 302 403 403 403 404
GET  deliberation:reading                 404 200 200 200 200 200 404 404 404 404 404
GET  deliberation:margin                  404 200 200 200 200 200 404 404 404 404 404
POST deliberation:remarks                 404 302 302 302 302 302 403 403 403 403 404
GET  deliberation:word_files              404 200 200 200 200 200 404 404 404 404 404
POST deliberation:word_files              404 302 302 302 302 302 404 404 404 404 404
GET  deliberation:word_answer             404 404 404 404 200 404 404 404 404 404 404
POST deliberation:word_takings            404 404 404 404 302 404 404 404 404 404 404
POST deliberation:remark_withdrawals      404 409 409 409 302 404 404 404 404 404 404
POST deliberation:copies                  404 302 302 403 403 404 404 404 404 404 404
POST deliberation:contributions           404 302 302 302 302 302 403 403 403 403 404
GET  deliberation:position                404 200 200 200 200 200 404 404 404 404 404
GET  deliberation:position_paper          404 200 200 200 200 200 404 404 404 404 404
POST deliberation:answers                 404 302 302 403 403 302 404 404 404 404 404
POST deliberation:answers#theirs          404 302 302 403 403 404 404 404 404 404 404
POST deliberation:answers#from_remark     404 302 302 403 403 404 404 404 404 404 404
POST deliberation:answer_removals         404 302 302 403 403 404 404 404 404 404 404
POST deliberation:clearances              404 403 403 302 403 403 404 404 404 404 404
POST deliberation:returns                 404 403 403 302 403 403 404 404 404 404 404
POST deliberation:releases                404 302 302 403 403 409 404 404 404 404 404
POST deliberation:withdrawals             404 302 302 403 403 409 404 404 404 404 404
POST deliberation:corrections             404 302 302 403 403 409 404 404 404 404 404
GET  deliberation:table#own              404 200 200 200 200 200 404 404 404 404 404
GET  deliberation:table#released         404 200 200 200 200 200 200 200 200 200 404
POST deliberation:table_readings         404 200 200 200 200 200 200 404 404 404 404
POST deliberation:table_rows#remarks     404 302 302 302 302 302 404 404 404 404 404
POST deliberation:table_rows#answers     404 409 409 409 409 409 302 404 404 404 404
GET  deliberation:comments                404 200 200 200 200 200 200 200 200 200 404
GET  deliberation:comments_paper          404 200 200 200 200 200 200 200 200 200 404
GET  deliberation:passage                 404 200 200 200 200 200 200 200 200 200 404
POST deliberation:groups                  404 403 403 403 403 403 302 403 403 403 404
POST deliberation:dispositions            404 403 403 403 403 403 302 403 403 403 404
GET  deliberation:comment                 404 200 200 200 200 200 200 200 200 200 404
POST deliberation:replies                 404 302 302 403 403 409 403 403 403 403 404
GET  deliberation:procedure               404 200 200 200 200 200 200 200 200 200 404
GET  deliberation:procedure_calendar      404 200 200 200 200 200 200 200 200 200 404
GET  deliberation:procedure_changes       404 200 200 200 200 200 200 200 200 200 404
POST deliberation:agreements              404 302 302 403 403 302 403 403 403 403 404
POST deliberation:objections              404 302 302 403 403 302 403 403 403 403 404
POST deliberation:extension_requests      404 302 302 403 403 302 403 403 403 403 404
POST deliberation:extensions              404 403 403 403 403 403 302 403 403 403 404
POST deliberation:declarations            404 302 302 403 403 302 403 403 403 403 404
POST deliberation:procedure_texts         404 403 403 403 403 403 302 403 403 403 404
POST deliberation:procedure_withdrawals   404 403 403 403 403 403 302 403 403 403 404
POST deliberation:meetings                404 403 403 403 403 403 403 302 403 403 404
POST deliberation:liftings                404 302 302 403 403 409 403 403 403 403 404
POST deliberation:declaration_withdrawals 404 302 302 403 403 409 403 403 403 403 404
"""
    + matrix_meetings.IN_NETWORK
    + matrix_room.IN_NETWORK
    + matrix_translation.IN_NETWORK
)

# The same in the National Mechanism of Aldea: its parties are institutions, its focal points serve it, and for
# everybody else it does not exist.
MECHANISM = (
    """
                                           fp alt  va jus all
GET  curriculum:text                      200 200 200 200 404
GET  curriculum:picture                   200 200 200 200 404
GET  curriculum:picture#adopted           200 200 200 200 404
GET  curriculum:history                   200 200 200 200 404
GET  curriculum:changes                   200 200 200 200 404
GET  curriculum:languages                 200 200 200 200 404
POST curriculum:languages                 302 302 403 403 404
POST curriculum:preview                   200 200 200 200 404
GET  curriculum:section#es                200 200 404 404 404
POST curriculum:section#es                302 302 404 404 404
GET  curriculum:section#pt                200 200 404 404 404
POST curriculum:section#pt                302 302 404 404 404
POST curriculum:draft#es                  200 200 403 403 404
POST curriculum:draft#pt                  200 200 403 403 404
GET  curriculum:export                    200 200 200 200 404
GET  curriculum:paper                     200 200 200 200 404
GET  curriculum:changes_pdf               200 200 200 200 404
GET  curriculum:edition                   200 200 200 200 404
GET  curriculum:edition_paper             200 200 200 200 404
GET  curriculum:edition_file#record       200 200 200 200 404
GET  curriculum:record_paper              200 200 200 200 404
GET  curriculum:edition_file#text         200 200 200 200 404
POST curriculum:edition_releases          302 302 302 403 404
POST curriculum:edition_withdrawals       409 409 409 403 404
GET  deliberation:course                  200 200 200 200 404
GET  deliberation:opening                 200 200 404 404 404
POST deliberation:opening                 302 302 404 404 404
GET  deliberation:proposal                200 200 404 404 404
POST deliberation:proposal                302 302 404 404 404
GET  deliberation:round                   200 200 200 200 404
GET  deliberation:round_calendar          200 200 200 200 404
POST deliberation:round_extensions        302 302 403 403 404
GET  deliberation:reading                 404 404 404 200 404
GET  deliberation:margin                  404 404 404 200 404
POST deliberation:remarks                 403 403 403 302 404
GET  deliberation:word_files              404 404 404 200 404
POST deliberation:word_files              404 404 404 302 404
GET  deliberation:word_answer             404 404 404 200 404
POST deliberation:word_takings            404 404 404 302 404
POST deliberation:remark_withdrawals      404 404 404 302 404
POST deliberation:copies                  404 404 404 302 404
POST deliberation:contributions           403 403 403 302 404
GET  deliberation:position                404 404 404 200 404
GET  deliberation:position_paper          404 404 404 200 404
POST deliberation:answers                 404 404 404 302 404
POST deliberation:answers#theirs          404 404 404 302 404
POST deliberation:answers#from_remark     404 404 404 302 404
POST deliberation:answer_removals         404 404 404 302 404
POST deliberation:clearances              404 404 404 409 404
POST deliberation:returns                 404 404 404 409 404
POST deliberation:releases                404 404 404 302 404
POST deliberation:withdrawals             404 404 404 302 404
POST deliberation:corrections             404 404 404 302 404
GET  deliberation:table#own              404 404 404 200 404
GET  deliberation:table#released         200 200 200 200 404
POST deliberation:table_readings         200 200 404 200 404
POST deliberation:table_rows#remarks     404 404 404 302 404
POST deliberation:table_rows#answers     302 302 404 409 404
GET  deliberation:comments                200 200 200 200 404
GET  deliberation:comments_paper          200 200 200 200 404
GET  deliberation:passage                 200 200 200 200 404
POST deliberation:groups                  302 302 403 403 404
POST deliberation:dispositions            302 302 403 403 404
GET  deliberation:comment                 200 200 200 200 404
POST deliberation:replies                 403 403 403 302 404
GET  deliberation:procedure               200 200 200 200 404
GET  deliberation:procedure_calendar      200 200 200 200 404
GET  deliberation:procedure_changes       200 200 200 200 404
POST deliberation:agreements              403 403 403 302 404
POST deliberation:objections              403 403 403 302 404
POST deliberation:extension_requests      403 403 403 302 404
POST deliberation:extensions              302 302 403 403 404
POST deliberation:declarations            403 403 403 302 404
POST deliberation:procedure_texts         302 302 403 403 404
POST deliberation:procedure_withdrawals   302 302 403 403 404
POST deliberation:meetings                302 403 302 403 404
POST deliberation:liftings                403 403 403 302 404
POST deliberation:declaration_withdrawals 403 403 403 302 404
"""
    + matrix_meetings.IN_MECHANISM
    + matrix_room.IN_MECHANISM
    + matrix_translation.IN_MECHANISM
)

# The register, persons, the desk and the proof. `#XA` is about Aldea's own institutions and seats, `#network` about
# those of the network itself. Of seats the public knows nothing; of members and institutions it does.
DOORS = (
    """
                                          pub  fp alt  va jus  XB sec chr trn obs non
GET  desk:home                            200 200 200 200 200 200 200 200 200 200 200
GET  search:search                        200 200 200 200 200 200 200 200 200 200 200
GET  public:front                         200 200 200 200 200 200 200 200 200 200 200
GET  public:members                       200 200 200 200 200 200 200 200 200 200 200
GET  public:member                        200 200 200 200 200 200 200 200 200 200 200
GET  public:texts                         200 200 200 200 200 200 200 200 200 200 200
GET  public:text                          200 200 200 200 200 200 200 200 200 200 200
GET  public:text#in_work                  404 404 404 404 404 404 404 404 404 404 404
GET  public:version                       404 404 404 404 404 404 404 404 404 404 404
GET  public:version#private               404 404 404 404 404 404 404 404 404 404 404
GET  public:meetings                      200 200 200 200 200 200 200 200 200 200 200
GET  public:promotion                     200 200 200 200 200 200 200 200 200 200 200
GET  public:meeting                       200 200 200 200 200 200 200 200 200 200 200
GET  public:meeting#inside                404 404 404 404 404 404 404 404 404 404 404
GET  public:meeting#private               404 404 404 404 404 404 404 404 404 404 404
GET  public:reports                       200 200 200 200 200 200 200 200 200 200 200
GET  public:report                        200 200 200 200 200 200 200 200 200 200 200
GET  public:report#inside                 404 404 404 404 404 404 404 404 404 404 404
GET  public:procedure                     200 200 200 200 200 200 200 200 200 200 200
GET  public:accessibility                 200 200 200 200 200 200 200 200 200 200 200
GET  public:feed                          200 200 200 200 200 200 200 200 200 200 200
GET  public:sitemap                       200 200 200 200 200 200 200 200 200 200 200
GET  public:robots                        200 200 200 200 200 200 200 200 200 200 200
GET  public:oai                           200 200 200 200 200 200 200 200 200 200 200
GET  desk:trying                          404 404 404 404 404 404 404 404 404 404 404
GET  desk:memory                           in 200 200 200 200 200 200 200 200 200  in
GET  desk:proof                           200 200 200 200 200 200 200 200 200 200 200
POST desk:receipts                         in 200 200 200 200 200 200 200 200 200  in
POST desk:comparisons                      in 200 200 200 200 200 200 200 200 200  in
GET  curriculum:texts                     200 200 200 200 200 200 200 200 200 200 200
POST curriculum:new#mechanism             404 302 302 404 422 404 422 404 404 404 404
GET  registry:members                     200 200 200 200 200 200 200 200 200 200 200
GET  registry:member                      200 200 200 200 200 200 200 200 200 200 200
GET  registry:network                     404 200 200 200 200 200 200 200 200 200 404
GET  registry:new_member                  403 403 403 403 403 403 200 403 403 403 403
POST registry:new_member                  403 403 403 403 403 403 302 403 403 403 403
GET  registry:past                        200 200 200 200 200 200 200 200 200 200 200
GET  registry:new_event                   403 403 403 403 403 403 200 403 403 403 403
POST registry:new_event                   403 403 403 403 403 403 302 403 403 403 403
GET  registry:corrections                 403 403 403 403 403 403 200 403 403 403 403
POST registry:corrections                 403 403 403 403 403 403 302 403 403 403 403
GET  registry:directory                   200 200 200 200 200 200 200 200 200 200 200
GET  registry:institution                 200 200 200 200 200 200 200 200 200 200 200
GET  registry:files                       404 200 200 200 200 200 200 200 200 200 404
POST registry:files                       404 302 302 302 302 302 302 302 302 302 404
GET  registry:export#xlsx                 404 200 200 200 200 200 200 200 200 200 404
GET  registry:export#csv                  404 200 200 200 200 200 200 200 200 200 404
GET  registry:delivery                    404 200 404 404 404 404 404 404 404 404 404
POST registry:delivery                    404 302 404 404 404 404 404 404 404 404 404
GET  registry:sectors                     200 200 200 200 200 200 200 200 200 200 200
POST registry:sectors                     403 403 403 403 403 403 302 403 403 403 403
GET  registry:seat_history                404 200 200 200 200 200 200 200 200 200 404
GET  registry:seat_history#network        404 200 200 200 200 200 200 200 200 200 404
POST registry:names                       403 302 302 302 403 403 403 403 403 403 403
POST registry:closings                    403 302 302 302 403 403 403 403 403 403 403
POST registry:seat_closings               404 302 302 302 403 403 403 403 403 403 404
POST registry:departures                  403 403 403 403 403 403 302 403 403 403 403
GET  registry:entry_corrections#standing  403 403 403 403 403 403 200 403 403 403 403
POST registry:entry_corrections#standing  403 403 403 403 403 403 302 403 403 403 403
GET  registry:entry_corrections#house     403 200 200 200 403 403 403 403 403 403 403
POST registry:entry_corrections#house     403 302 302 302 403 403 403 403 403 403 403
GET  registry:entry_corrections#seat      404 200 200 200 403 403 403 403 403 403 404
POST registry:entry_corrections#seat      404 302 302 302 403 403 403 403 403 403 404
GET  registry:entry_corrections#mandate   404 200 200 200 403 403 403 403 403 403 404
POST registry:entry_corrections#mandate   404 422 422 422 403 403 403 403 403 403 404
POST registry:standings                   403 403 403 403 403 403 302 403 403 403 403
POST registry:institutions#XA             403 302 302 302 403 403 403 403 403 403 403
POST registry:institutions#network        403 403 403 403 403 403 302 403 403 403 403
POST registry:seats#XA                    403 302 302 302 403 403 403 403 403 403 403
POST registry:seats#network               403 403 403 403 403 403 302 403 403 403 403
POST registry:seat                        409 302 409 409 409 409 409 409 409 409 409
GET  registry:appointments#XA             404 200 200 200 403 403 403 403 403 403 404
POST registry:appointments#XA             404 302 302 302 403 403 403 403 403 403 404
GET  registry:appointments#network        404 403 403 403 403 403 200 403 403 403 404
POST registry:appointments#network        404 403 403 403 403 403 302 403 403 403 404
POST registry:endings#XA                  404 302 302 302 403 403 403 403 403 403 404
POST registry:endings#network             404 403 403 403 403 403 302 403 403 403 404
GET  handover:succession#XA               404 200 200 200 403 403 403 403 403 403 404
POST handover:succession#XA               404 302 302 302 403 403 403 403 403 403 404
GET  handover:succession#network          404 403 403 403 403 403 200 403 403 403 404
POST handover:succession#network          404 403 403 403 403 403 302 403 403 403 404
GET  handover:replacement                 404 200 200 200 404 404 404 404 404 404 404
POST handover:agreements                  404 302 409 302 404 404 404 404 404 404 404
POST handover:refusals                    404 302 409 302 404 404 404 404 404 404 404
POST handover:withdrawals                 404 409 302 409 404 404 404 404 404 404 404
GET  handover:leaving                      in 200 200 200 200 200 200 200 200 200  in
POST handover:notes                       404 302 302 302 302 302 302 302 302 302 404
POST handover:drafts                      404 200 200 200 200 200 200 200 200 200 404
POST handover:preview                     404 200 200 200 200 200 200 200 200 200 404
POST handover:matters                     404 302 302 302 302 302 302 302 302 302 404
GET  handover:brief                        in 200 200 200 200 200 200 200 200 200  in
POST handover:responses                   404 409 409 409 302 409 409 409 409 409 404
POST registry:trial                       404 404 404 404 404 404 404 404 404 404 404
GET  mechanisms:mechanisms                    200 200 200 200 200 200 200 200 200 200 200
GET  mechanisms:path                          404 200 200 200 200 200 200 200 200 200 404
GET  mechanisms:comparison                    404 200 200 200 200 200 200 200 200 200 404
POST mechanisms:modules                       404 403 403 403 403 403 302 403 403 403 404
POST mechanisms:module_removals               404 403 403 403 403 403 302 403 403 403 404
POST mechanisms:models                        404 403 403 403 403 403 302 403 403 403 404
POST mechanisms:model_removals                404 403 403 403 403 403 302 403 403 403 404
GET  mechanisms:mechanism                     200 200 200 200 200 200 200 200 200 200 200
GET  mechanisms:entries                       403 200 200 200 403 403 200 403 403 403 403
POST mechanisms:entries                       403 302 302 302 403 403 302 403 403 403 403
GET  mechanisms:instruments                   403 200 200 200 403 403 200 403 403 403 403
POST mechanisms:instruments                   403 302 302 302 403 403 302 403 403 403 403
POST mechanisms:compositions                  404 302 302 302 403 404 404 404 404 404 404
GET  mechanisms:convening                     403 200 200 200 403 403 403 403 403 403 403
POST mechanisms:convening                     403 409 409 409 403 403 403 403 403 403 403
GET  mechanisms:parties                       404 200 200 200 200 404 404 404 404 404 404
POST mechanisms:parties                       404 302 302 302 403 404 404 404 404 404 404
POST mechanisms:endings                       404 302 302 302 403 404 404 404 404 404 404
GET  mechanisms:assessments                   404 200 200 200 200 404 404 404 404 404 404
POST mechanisms:assessments                   404 302 302 302 403 404 404 404 404 404 404
GET  mechanisms:plan                          404 200 200 200 200 404 404 404 404 404 404
POST mechanisms:plan                          404 302 302 302 403 404 404 404 404 404 404
GET  mechanisms:assessment                    404 200 200 200 200 404 404 404 404 404 404
GET  mechanisms:answers                       404 200 200 200 200 404 404 404 404 404 404
POST mechanisms:answers                       404 302 302 302 302 404 404 404 404 404 404
POST mechanisms:doings                        404 302 302 302 403 404 404 404 404 404 404
POST mechanisms:line_removals                 404 302 302 302 403 404 404 404 404 404 404
POST mechanisms:releases                      404 302 302 302 403 404 404 404 404 404 404
POST mechanisms:withdrawals                   404 302 302 302 403 404 404 404 404 404 404
POST mechanisms:strikings                     404 302 302 302 403 404 404 404 404 404 404
GET  mechanisms:file                          404 200 200 200 200 404 404 404 404 404 404
GET  people:link                          200 200 200 200 200 200 200 200 200 200 200
POST people:link                          302 302 302 302 302 302 302 302 302 302 302
GET  people:code                           in 302 302 302 302 302 302 302 302 302 302
POST people:code                           in 302 302 302 302 302 302 302 302 302 302
GET  people:preferences                    in 200 200 200 200 200 200 200 200 200 200
POST people:preferences                    in 302 302 302 302 302 302 302 302 302 302
GET  people:confirm                        in 302 302 302 302 302 302 302 302 302 302
GET  set_language                         302 302 302 302 302 302 302 302 302 302 302
POST set_language                         302 302 302 302 302 302 302 302 302 302 302
"""
    + matrix_adaptation.DOORS
    + matrix_training.DOORS
    + matrix_timetable.DOORS
    + matrix_meetings.DOORS
    + matrix_room.DOORS
    + matrix_nominations.DOORS
    + matrix_alumni.DOORS
    + matrix_evaluation.DOORS
    + matrix_seminars.DOORS
    + matrix_presence.DOORS
    + matrix_lessons.DOORS
    + matrix_translation.OF_GLOSSARY
    + "".join(app.DOORS for app in NEWER)
)

# Signing in, passwords, passkeys: allauth's addresses. Nobody signs up, and nobody sees another person's factors. `fp`
# has shown no second factor yet and has none; `#theirs` is the passkey of somebody else.
SIGN_IN = """
                                           pub  fp sec non
GET  account_login                         200 302 302 302
POST account_login                         200 302 302 302
GET  account_logout                        302 200 200 200
POST account_logout                        302 302 302 302
GET  account_inactive                      200 200 200 200
GET  account_signup                        200 302 302 302
POST account_signup                        200 302 302 302
GET  account_reauthenticate                 in 403 403 403
POST account_reauthenticate                 in 403 403 403
GET  account_email                          in 200 200 200
POST account_email                          in 302 302 302
GET  account_email_verification_sent       200 200 200 200
GET  account_change_password                in 302 302 302
POST account_change_password                in 302 302 302
GET  account_set_password                   in 200 200 200
POST account_set_password                   in 200 200 200
GET  account_reset_password                200 200 200 200
POST account_reset_password                302 302 302 302
GET  account_reset_password_done           200 200 200 200
GET  account_reset_password_from_key       200 200 200 200
POST account_reset_password_from_key       200 200 200 200
GET  account_reset_password_from_key_done  200 200 200 200
GET  account_confirm_login_code             in 302 302 302
POST account_confirm_login_code             in 302 302 302
GET  account_confirm_email                 200 200 200 200
POST account_confirm_email                 404 404 404 404
GET  mfa_index                              in 200 200 200
POST mfa_index                              in 405 405 405
GET  mfa_authenticate                       in 302 302 302
POST mfa_authenticate                       in 302 302 302
GET  mfa_reauthenticate                     in 403 403 403
POST mfa_reauthenticate                     in 403 403 403
GET  mfa_activate_totp                      in 200 200 200
POST mfa_activate_totp                      in 200 200 200
GET  mfa_deactivate_totp                    in 404 404 404
POST mfa_deactivate_totp                    in 404 404 404
GET  mfa_view_recovery_codes                in 404 404 404
POST mfa_view_recovery_codes                in 405 405 405
GET  mfa_generate_recovery_codes            in 200 200 200
POST mfa_generate_recovery_codes            in 200 200 200
GET  mfa_download_recovery_codes            in 404 404 404
POST mfa_download_recovery_codes            in 404 404 404
GET  mfa_list_webauthn                      in 200 200 200
POST mfa_list_webauthn                      in 405 405 405
GET  mfa_add_webauthn                       in 200 200 200
POST mfa_add_webauthn                       in 200 200 200
GET  mfa_remove_webauthn#theirs             in 404 404 404
POST mfa_remove_webauthn#theirs             in 404 404 404
GET  mfa_edit_webauthn#theirs               in 404 404 404
POST mfa_edit_webauthn#theirs               in 404 404 404
GET  mfa_reauthenticate_webauthn            in 403 403 403
POST mfa_reauthenticate_webauthn            in 403 403 403
GET  mfa_login_webauthn                     in 302 302 302
POST mfa_login_webauthn                     in 302 302 302
"""

# The formal acts of docs/decisions/0020-formal-acts.md, each with its address: without a fresh second factor they are
# refused.
FORMAL = {
    "make_token": "api:tokens",
    "verify_peer": "exchange:verifications",
    "make_bundle": "exchange:new_bundle",
    "take_bundle": "exchange:takings",
    "send_letter": "correspondence:sendings",
    "invite_node": "exchange:node_invitations",
    "countersign": "records:countersignatures",
    "make_key": "experience:made_keys",
    "begin_platform": "lti:home",
    "describe_platform": "lti:descriptions",
    "open_platform": "lti:openings",
    "offer_registration": "lti:registrations",
    "publish_practice": "practices:publications",
    "withdraw_practice": "practices:withdrawals",
    "release_adaptation": "practices:adaptation_releases",
    "withdraw_adaptation": "practices:adaptation_withdrawals",
    "open_module": "modules:openings",
    "show_posting": "cooperation:showings",
    "accept_terms": "cooperation:acceptances",
    "confirm_result": "cooperation:confirmations",
    "show_result": "cooperation:releases",
    "clear_position": "deliberation:clearances",
    "release_position": "deliberation:releases",
    "withdraw_position": "deliberation:withdrawals",
    "propose": "deliberation:proposal",
    "change_text": "deliberation:procedure_texts",
    "agree": "deliberation:agreements",
    "raise_objection": "deliberation:objections",
    "lift_objection": "deliberation:liftings",
    "declare": "deliberation:declarations",
    "withdraw_declaration": "deliberation:declaration_withdrawals",
    "conclude_meeting": "deliberation:meetings",
    "appoint": "registry:appointments",
    "end_mandate": "registry:endings",
    "let_member_leave": "registry:departures",
    "apply_delivery": "registry:delivery",
    "ask_replacement": "handover:succession",
    "ask_erasing": "custody:person",
    "agree_to_erasing": "custody:agreements",
    "ask_key_change": "custody:key_changes",
    "agree_to_key_change": "custody:key_agreements",
    "ask_reset": "custody:factor",
    "agree_to_reset": "custody:reset_agreements",
    "confirm_restoration": "custody:confirmations",
    "take_out": "takeout:taking_out",
    "agree_to_replacement": "handover:agreements",
    "open_round": "deliberation:opening",
    "extend_round": "deliberation:round_extensions",
    "extend_silence": "deliberation:extensions",
    "withdraw_proposal": "deliberation:procedure_withdrawals",
    "release": "mechanisms:releases",
    "withdraw_release": "mechanisms:withdrawals",
    "sign_concordance": "translation:signatures",
    "declare_authentic": "translation:declarations",
    "release_edition": "curriculum:edition_releases",
    "withdraw_edition": "curriculum:edition_withdrawals",
    "approve": "adaptation:approvals",
    "show": "adaptation:releases",
    "hide": "adaptation:withdrawals",
    "lock_core": "adaptation:core",
    "confirm_core": "adaptation:core_confirmations",
    "release_core": "adaptation:core_removals",
    "announce_programme": "timetable:announcements",
    "set_minimum": "training:minimums",
    "lift_minimum": "training:lifts",
    "state_coverage": "training:statements",
    "show_statement": "training:releases",
    "withdraw_statement": "training:withdrawals",
    "release_trainer_counts": "lineage:releases",
    "show_trainer_counts": "lineage:showings",
    "withdraw_trainer_counts": "lineage:withdrawals",
    "show_school": "schools:releases",
    "hide_school": "schools:withdrawals",
    "show_obligation": "schools:obligation_releases",
    "hide_obligation": "schools:obligation_withdrawals",
    "open_call": "nominations:opening",
    "extend_call": "nominations:extensions",
    "close_call": "nominations:closings",
    "submit_nominations": "nominations:submissions",
    "withdraw_nominee": "nominations:withdrawals",
    "replace_nominee": "nominations:replacements",
    "erase_person": "nominations:erasures",
    "give_places": "nominations:givings",
    "list_participants": "nominations:releases",
    "convene_meeting": "meetings:convocations",
    "approve_minutes": "meetings:approvals",
    "release_part": "meetings:releases",
    "withdraw_part": "meetings:withdrawals",
    "issue_certificates": "presence:issues",
    "revoke_certificate": "presence:revocations",
    "issue_certificates_of_cohort": "certificates:issues",
    "revoke_course_certificate": "certificates:revocations",
    "reissue_course_certificate": "certificates:reissues",
    "announce_seminar": "seminars:announcements",
    "cancel_seminar": "seminars:cancellations",
    "open_questionnaire": "evaluation:openings",
    "close_questionnaire": "evaluation:closings",
    "release_results": "evaluation:releases",
    "release_account": "lessons:releases",
    "withdraw_account": "lessons:withdrawals",
    "begin_analysis": "risk:beginnings",
    "open_analysis": "risk:openings",
    "admit": "risk:admissions",
    "remove": "risk:removals",
    "hand_lead": "risk:leads",
    "take_over": "risk:takings",
    "renew_keys": "risk:renewals",
    "set_last_day": "risk:last_days",
    "destroy": "risk:destructions",
    "take_as_file": "risk:exports",
    "ask_release": "risk:askings",
    "settle": "risk:agreements",
    "withdraw_summary": "risk:withdrawals",
    "show_entry": "promotion:showings",
    "hide_entry": "promotion:hidings",
    "release_value": "indicators:releases",
    "withdraw_value": "indicators:withdrawals",
    "invite_peer": "reviews:invitations",
    "release_review": "reviews:summaries",
    "withdraw_review": "reviews:summary_withdrawals",
    "release_fields": "programmes:releases",
    "release_area": "programmes:area_releases",
    "withdraw_area": "programmes:area_withdrawals",
    "propose_initiative": "regional:proposals",
    "join": "regional:joining",
    "leave": "regional:leaving",
    "publish_initiative": "regional:publications",
    "withdraw_initiative": "regional:withdrawals",
    "release_field": "regional:releases",
    "withdraw_field": "regional:part_withdrawals",
    "release_counts": "figures:releases",
    "withdraw_counts": "figures:withdrawals",
    "publish_counts": "figures:publications",
    "hide_counts": "figures:endings",
}
