#include "store/postgres.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <charconv>
#include <new>

namespace nest::store {
namespace {

constexpr std::size_t kShownOfSql = 60;

/// libpq's messages have several lines and end with one.
std::string in_one_line(std::string message) {
  while (!message.empty() && message.back() == '\n') message.pop_back();
  std::replace(message.begin(), message.end(), '\n', ' ');
  return message;
}

}  // namespace

void FinishConnection::operator()(pg_conn* handle) const noexcept {
  PQfinish(handle);
}
void ClearResult::operator()(pg_result* handle) const noexcept {
  PQclear(handle);
}

Postgres::Postgres(const std::string& address) {
  // What stands later wins: the address may name a time of its own.
  const char* const names[] = {"connect_timeout", "fallback_application_name", "dbname", nullptr};
  const char* const values[] = {"10", "storknest-usage", address.c_str(), nullptr};
  handle_.reset(PQconnectdbParams(names, values, 1));
  if (!handle_) throw std::bad_alloc();
  if (PQstatus(handle_.get()) != CONNECTION_OK) fail("connecting");
  if (PQsetClientEncoding(handle_.get(), "UTF8") != 0) fail("asking for UTF-8");
  exec("SET client_min_messages = warning");  // not every "relation already exists"
}

void Postgres::fail(const std::string& doing) const {
  throw PostgresError(fmt::format("{}: {}", doing, in_one_line(PQerrorMessage(handle_.get()))));
}

std::int64_t Postgres::exec(const std::string& sql) {
  const Result result(PQexec(handle_.get(), sql.c_str()));
  const auto status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(sql.substr(0, kShownOfSql));
  const std::string_view changed = PQcmdTuples(result.get());
  std::int64_t rows = 0;
  std::from_chars(changed.data(), changed.data() + changed.size(), rows);
  return rows;
}

void Postgres::begin_copy(const std::string& sql) {
  const Result result(PQexec(handle_.get(), sql.c_str()));
  if (PQresultStatus(result.get()) != PGRES_COPY_IN) fail(sql);
}

void Postgres::copy(std::string_view lines) {
  if (PQputCopyData(handle_.get(), lines.data(), static_cast<int>(lines.size())) != 1) {
    fail("sending rows");
  }
}

void Postgres::end_copy() {
  if (PQputCopyEnd(handle_.get(), nullptr) != 1) fail("sending rows");
  for (Result result(PQgetResult(handle_.get())); result;
       result.reset(PQgetResult(handle_.get()))) {
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) fail("sending rows");
  }
}

std::string Postgres::name() const {
  return fmt::format("{} on {}", PQdb(handle_.get()), PQhost(handle_.get()));
}

}  // namespace nest::store
