package dev.afterflow.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An administrator's help for one person. */
@RestController
@RequestMapping("/api/people")
@PreAuthorize(Rules.ADMIN)
@Tag(name = "people")
class PersonCareDesk {

    private final PersonCare care;

    PersonCareDesk(PersonCare care) {
        this.care = care;
    }

    @GetMapping("/book")
    @Operation(summary = "人员名册 / Everybody, as administrators see them")
    List<PersonCare.Entry> book() {
        return care.book(Who.current());
    }

    @PostMapping("/{id}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "邀请 / Make a link to set a password", description = "The token is in this answer and never again; good once, for three days.")
    Invitations.Made invite(@PathVariable long id) {
        return care.invite(id, Who.current());
    }

    @PostMapping("/{id}/reset")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "重置密码 / Void the password and make a link for a new one", description = "Ends every session of the person.")
    Invitations.Made reset(@PathVariable long id) {
        return care.reset(id, Who.current());
    }

    @DeleteMapping("/{id}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "结束全部会话 / End every session of a person")
    void endSessions(@PathVariable long id) {
        care.endSessions(id, Who.current());
    }

    @DeleteMapping("/{id}/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "解除登录限制 / Forget failed log-ins")
    void unlock(@PathVariable long id) {
        care.unlock(id, Who.current());
    }

    @DeleteMapping("/{id}/factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "解除二次验证 / Take off a second factor", description = "For a lost phone; ends every session of the person.")
    void removeFactor(@PathVariable long id) {
        care.removeFactor(id, Who.current());
    }
}
