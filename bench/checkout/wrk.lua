-- Sends requests that were signed beforehand, each once, in the order of the file named by the first argument.
-- The file: eight digits of length, then that many bytes of a whole HTTP request, and so on.
local file

function init(args)
  file = assert(io.open(args[1], "rb"))
end

function request()
  local length = file:read(8)
  if length == nil then
    -- The file is used up: better to stop early than to send an operation twice.
    wrk.thread:stop()
    return wrk.format("GET", "/health/live")
  end
  return file:read(tonumber(length))
end

function done(summary, latency, requests)
  io.write(string.format(
    "RESULT %d %d %d %d %d\n",
    summary.requests, summary.duration, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(99)))
end
