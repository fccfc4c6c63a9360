package dev.afterflow.questions;

import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Questions to departments at the browser's door; they are answered as tasks. */
@RestController
@RequestMapping("/api/cases/{number}")
@Tag(name = "Questions")
class QuestionController {

    private static final String STAFF = "hasAnyRole('AGENT','WAREHOUSE','LEAD','SUPERVISOR','FINANCE','LEGAL','MANAGER')";

    private final Questions questions;

    QuestionController(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/questions")
    @PreAuthorize("hasRole('PERSON')")
    @Operation(summary = "部门提问 / Questions to departments about a case, the newest fifty")
    List<Question> list(@PathVariable String number) {
        return questions.of(number);
    }

    @GetMapping("/departments")
    @PreAuthorize("hasRole('PERSON')")
    @Operation(summary = "可提问的部门 / Departments that can be asked")
    Set<String> departments(@PathVariable String number) {
        return questions.departments(number, Who.current());
    }

    @PostMapping("/questions")
    @PreAuthorize(STAFF)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "向部门提问 / Ask a department, with a due time and files of the case")
    Question ask(@PathVariable String number, @RequestBody Questions.NewQuestion question) {
        return questions.ask(number, question, Who.current());
    }

    @DeleteMapping("/questions/{id}")
    @PreAuthorize(STAFF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "撤回提问 / Withdraw a question")
    void withdraw(@PathVariable String number, @PathVariable long id) {
        questions.withdraw(number, id, Who.current());
    }
}
