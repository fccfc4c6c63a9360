package dev.afterflow.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people: their names for everybody who works here, their rights for administrators. */
@RestController
@RequestMapping("/api/people")
@Tag(name = "people")
class PeopleDesk {

    private final People people;
    private final PeopleBook book;

    PeopleDesk(People people, PeopleBook book) {
        this.people = people;
        this.book = book;
    }

    /** A colleague, as a list for mentions and transfers shows one. */
    record Colleague(long id, String login, String name, Set<Role> roles, Set<String> shops, Set<String> teams) {

        static Colleague of(Who who) {
            return new Colleague(who.id(), who.login(), who.name(), new TreeSet<>(who.roles()), new TreeSet<>(who.shops()),
                    new TreeSet<>(who.teams()));
        }
    }

    @GetMapping
    @PreAuthorize(Rules.ANY_ROLE)
    @Operation(summary = "同事 / Colleagues", description = "Everybody who shares a shop with me.")
    List<Colleague> colleagues() {
        Who me = Who.current();
        return people.beside(me).stream().map(who -> Colleague.of(behindMyFence(who, me))).toList();
    }

    @PostMapping
    @PreAuthorize(Rules.ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "新增人员 / Add a person")
    Colleague add(@RequestBody PeopleBook.Entry entry) {
        return Colleague.of(book.add(entry, Who.current()));
    }

    @PutMapping("/{id}")
    @PreAuthorize(Rules.ADMIN)
    @Operation(summary = "更改人员 / Change a person", description = "Counts from the person's next request on.")
    Colleague change(@PathVariable long id, @RequestBody PeopleBook.Entry entry) {
        return Colleague.of(book.change(id, entry, Who.current()));
    }

    private static Who behindMyFence(Who who, Who me) {
        Set<String> common = new TreeSet<>(who.shops());
        common.retainAll(me.shops());
        return new Who(who.id(), who.login(), who.name(), who.roles(), common, who.teams(), who.language(), who.kind());
    }
}
